select "id", "storage_key"
from "attachment"
where "state" <> $1 and "subject_kind" is null and "created_at" < $2;
