select "id", "name", "backed_up", "created_at", "last_used_at"
from "passkey"
where "user_id" = $1
order by "created_at", "id";
