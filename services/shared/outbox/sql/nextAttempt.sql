select min("next_attempt_at") as "at"
from "outbox_task"
where "consumer" = $1 and "done_at" is null;
