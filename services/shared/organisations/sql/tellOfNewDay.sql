select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0));

select "created_at"
from "outbox_event"
where "kind" = $1
order by "sequence" desc
limit $2;

select "id"
from "organisation_parent"
where daterange($1::date, $2::date, '(]') @> valid_from
          or daterange($3::date, $4::date, '(]') @> valid_until
limit $5;

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
