select "credential_id", "transports"
from "passkey"
where "user_id" = $1
order by "created_at";
