select count(*) as "count"
from "outbox_task"
where "done_at" is null;
