insert into "linked_identity" ("id", "user_id", "issuer", "subject", "provider", "email", "created_at", "last_used_at")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("issuer", "subject") do nothing
returning "id";
