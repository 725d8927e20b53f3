select "id"
from "attachment"
where "subject_kind" = $1 and "subject_id" = $2 and "state" <> $3;
