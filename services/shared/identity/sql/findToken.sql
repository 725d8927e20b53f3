select "id", "user_id", "scopes", "last_used_at", "strong"
from "api_token"
where "token_hash" = $1 and "expires_at" > $2;

update "api_token"
set "last_used_at" = $1
where "id" = $2;
