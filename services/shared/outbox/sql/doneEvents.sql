select "event"."id", "event"."kind", "event"."aggregate", "event"."payload"
from "outbox_task" as "task"
inner join "outbox_event" as "event" on "event"."id" = "task"."event_id"
where "task"."consumer" = $1 and "task"."done_at" is not null
order by "task"."sequence";
