select pg_advisory_xact_lock(hashtextextended($1, 0));

select "at"
from "audit_event"
where "actor" = $1 and "action" = $2 and "at" > $3
order by "at" desc
limit $4 offset $5;

select "at"
from "audit_event"
where "actor" = $1 and "action" = $2 and "at" > $3
order by "at" desc
limit $4 offset $5;

select id::text as id
from "principal"
where "cnp_mac" = $1
order by id;

select "sealed_key"
from "person_key"
where "person" = $1;

insert into "person_key" ("person", "sealed_key")
values ($1, $2)
on conflict do nothing;

select "sealed_key"
from "person_key"
where "person" = $1;

select "sealed_key"
from "person_key"
where "person" = $1;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
