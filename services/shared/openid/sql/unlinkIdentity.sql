delete
from "linked_identity"
where "id" = $1 and "user_id" = $2
returning "provider";
