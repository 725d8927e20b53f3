insert into "calendar_feed" ("person", "token_hash", "created_at")
values ($1, $2, $3)
on conflict ("person") do update
set "token_hash" = $4, "created_at" = $5;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
