select "user_id"
from "api_token"
where "token_hash" = $1 and "expires_at" > $2;
