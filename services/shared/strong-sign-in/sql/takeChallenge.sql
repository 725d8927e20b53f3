delete
from "sign_in_challenge"
where "token_hash" = $1 and "expires_at" > $2
returning "user_id", "payload";
