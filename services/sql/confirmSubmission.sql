select "status", "organisation_id", "report_type", "period_end", "reading"
from "submission"
where "id" = $1 for update;

update "counter"
set "value" = value + 1
where "name" = $1
returning "value";

select max("version") as "version"
from "submission"
where "organisation_id" = $1 and "report_type" = $2 and "period_end" = $3;

update "submission"
set "status" = $1, "version" = $2, "publication" = $3, "confirmed_at" = $4
where "id" = $5;

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

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
