select "id", "storage_key"
from "attachment"
where "state" <> $1 and "delete_after" < $2 and "purpose" = $3;
