select "credential_id", "transports"
from "passkey"
where "user_id" = $1
order by "created_at";

insert into "passkey" ("id", "user_id", "credential_id", "public_key", "counter", "transports", "backed_up", "name", "created_at", "last_used_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict ("credential_id") do nothing
returning "id";
