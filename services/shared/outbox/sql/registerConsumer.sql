select pg_advisory_xact_lock(hashtextextended($1, 0));

insert into "outbox_consumer" ("name", "kinds", "in_order")
values ($1, $2, $3)
on conflict ("name") do update
set "kinds" = $4, "in_order" = $5;

insert into "outbox_task" ("consumer", "event_id", "sequence", "stream") select $1 as "consumer", "id", "sequence", "aggregate" as "stream"
from "outbox_event"
where "kind" in ($2)
on conflict do nothing;
