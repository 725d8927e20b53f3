select "storage_key"
from "attachment"
where "storage_key" in ($1) and "state" <> $2;
