select "id", "kind", "aggregate", "payload"
from "outbox_event"
where "kind" = $1 and "done_at" is not null
order by "sequence";
