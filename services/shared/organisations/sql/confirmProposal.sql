select *
from "cui_proposal"
where "id" = $1 and "decided_at" is null for update;

select *
from "organisation"
where "id" = $1 and "kind" <> $2;

select pg_advisory_xact_lock(hashtextextended('organisation', 0));

select "id", "cui", "siruta"
from "organisation"
where ("cui" = $1 or "siruta" = $2);

select *
from "organisation"
where "id" = $1 for update;

update "organisation"
set "cui" = $1, "siruta" = $2, "territory" = $3, "kind" = $4, "name_ro" = $5, "name_hu" = $6, "name_en" = $7
where "id" = $8;

update "cui_proposal"
set "decided_at" = $1, "decided_by" = $2, "decision" = $3
where "cui" = $4 and "decided_at" is null;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

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
