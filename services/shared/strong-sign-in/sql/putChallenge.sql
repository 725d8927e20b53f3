delete
from "sign_in_challenge"
where "expires_at" <= $1;

insert into "sign_in_challenge" ("token_hash", "kind", "user_id", "payload", "tries", "expires_at")
values ($1, $2, $3, $4, $5, $6)
on conflict ("token_hash") do update
set "user_id" = $7, "payload" = $8, "tries" = $9, "expires_at" = $10;
