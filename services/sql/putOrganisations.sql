select "id", "cui", "territory"
from "organisation"
where ("cui" = $1 or "siruta" = $2)
order by "cui";

update "organisation"
set "county" = $1, "cui" = $2, "siruta" = $3, "kind" = $4, "name_ro" = $5, "name_hu" = $6, "name_en" = $7, "territory" = $8, "demo" = $9
where "id" = $10
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
