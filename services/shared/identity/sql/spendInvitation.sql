update "invitation"
set "accepted_at" = $1, "accepted_by" = $2
where "id" = $3 and "accepted_at" is null and "revoked_at" is null and "expires_at" > $4
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
