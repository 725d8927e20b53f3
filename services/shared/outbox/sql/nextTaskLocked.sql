select "event"."id", "event"."kind", "event"."aggregate", "event"."payload", "task"."attempts"
from "outbox_task" as "task"
inner join "outbox_event" as "event" on "event"."id" = "task"."event_id"
where "task"."consumer" = $1 and "task"."done_at" is null and ("task"."next_attempt_at" is null or "task"."next_attempt_at" <= $2) and not exists (select "earlier"."event_id"
from "outbox_task" as "earlier"
where "earlier"."consumer" = $3 and "earlier"."stream" = "task"."stream" and "earlier"."sequence" < "task"."sequence" and "earlier"."done_at" is null)
order by "task"."sequence"
limit $4
for update of "task" skip locked;
