select "id", "name", "scopes", "created_at", "expires_at", "last_used_at"
from "api_token"
where "user_id" = $1
order by "created_at" desc;
