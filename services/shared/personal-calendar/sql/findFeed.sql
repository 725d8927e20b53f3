select "created_at"
from "calendar_feed"
where "person" = $1;
