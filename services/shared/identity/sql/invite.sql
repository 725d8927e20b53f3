insert into "invitation" ("email", "role", "organisation_id", "language", "token_hash", "invited_by", "created_at", "sent_at", "expires_at", "first_day", "last_day", "accepted_at", "accepted_by", "revoked_at", "revoked_by")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
on conflict do nothing
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
