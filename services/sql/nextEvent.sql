select "id", "kind", "aggregate", "payload", "attempts"
from "outbox_event"
where "done_at" is null
order by "sequence"
limit $1;
