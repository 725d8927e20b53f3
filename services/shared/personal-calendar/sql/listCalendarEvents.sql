select *
from "calendar_event"
where "person" = $1
order by "updated_at", "uid";
