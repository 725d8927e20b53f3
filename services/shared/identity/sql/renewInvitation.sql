update "invitation"
set "token_hash" = $1, "sent_at" = $2, "expires_at" = $3, "invited_by" = $4
where "id" = $5 and "accepted_at" is null and "revoked_at" is null
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
