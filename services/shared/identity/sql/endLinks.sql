delete
from "account_link"
where "user_id" = $1 and "purpose" in ($2, $3);
