select "id", "cui", "territory"
from "organisation"
where "siruta" = $1
order by "cui";

insert into "organisation" ("county", "cui", "siruta", "kind", "name_ro", "name_hu", "name_en", "territory", "demo")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning "id";

select pg_advisory_xact_lock_shared(hashtextextended($1, 0));

select "name", "in_order"
from "outbox_consumer"
where $1 = any (kinds)
order by "name";

select pg_advisory_xact_lock(hashtextextended($1, 0));

select pg_advisory_xact_lock(hashtextextended($1, 0));

insert into "outbox_event" ("id", "kind", "aggregate", "payload", "created_at")
values ($1, $2, $3, $4, $5)
returning "sequence";

insert into "outbox_task" ("consumer", "event_id", "sequence", "stream", "done_at", "last_error", "next_attempt_at")
values ($1, $2, $3, $4, $5, $6, $7);
