select "id", "user_id", "public_key", "counter", "transports"
from "passkey"
where "credential_id" = $1;
