select *
from "attachment"
where "subject_kind" = $1 and "subject_id" = $2
order by "created_at", "id";
