select count(*) as "count"
from "outbox_event"
where "done_at" is null;
