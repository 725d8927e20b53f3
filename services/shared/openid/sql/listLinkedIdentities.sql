select "id", "provider", "email", "created_at", "last_used_at"
from "linked_identity"
where "user_id" = $1
order by "created_at", "id";
