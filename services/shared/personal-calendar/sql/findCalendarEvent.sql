select *
from "calendar_event"
where "person" = $1 and "uid" = $2;
