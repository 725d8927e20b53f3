delete
from "api_token"
where "user_id" = $1 and "id" = $2;
