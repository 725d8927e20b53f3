select pg_advisory_xact_lock(hashtextextended('organisation', 0));

select "id", "cui", "siruta"
from "organisation"
where ("cui" = $1 or "siruta" = $2);

insert into "organisation" ("cui", "siruta", "territory", "kind", "county", "name_ro", "name_hu", "name_en", "demo")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select pg_advisory_xact_lock(hashtextextended('organisation', 0));

select "id", "cui", "siruta"
from "organisation"
where ("cui" = $1 or "siruta" = $2);

insert into "organisation" ("cui", "siruta", "territory", "kind", "county", "name_ro", "name_hu", "name_en", "demo")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning "id";

update "cui_proposal"
set "decided_at" = $1, "decided_by" = $2, "decision" = $3
where "cui" = $4 and "decided_at" is null;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0));

select *
from "organisation_parent"
where "organisation_id" = $1 and daterange(valid_from, valid_until) && daterange($2::date, $3::date);

delete
from "organisation_parent"
where "id" in ($1);

select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0));


    with recursive above(id, days) as (
      select $1::uuid, daterange($2::date, $3::date)
      union
      select parent.parent_id, daterange(parent.valid_from, parent.valid_until) * above.days
     
from organisation_parent parent join above
        on parent.organisation_id = above.id and daterange(parent.valid_from, parent.valid_until) && above.days
    )
    select id
from above
where id = $4::uuid
limit 1;

select *
from "organisation_parent"
where "organisation_id" = $1 and daterange(valid_from, valid_until) && daterange($2::date, $3::date);

delete
from "organisation_parent"
where "id" in ($1);

insert into "organisation_parent" ("parent_id", "valid_from", "valid_until", "organisation_id")
values ($1, $2, $3, $4);

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
