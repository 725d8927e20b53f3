select "id", "subject_kind", "storage_key"
from "attachment"
where "state" <> $1 and ("delete_after" < $2 or ("subject_kind" is null and "created_at" < $3));
