select "mandate"."id", "person", "number", "day"
from "mandate"
inner join "register_entry" on "register_entry"."id" = "mandate"."entry"
where "state" = $1 and "valid_until" < $2
order by "mandate"."id"
for update of "mandate" skip locked;

select "id"
from "principal"
where "cui" = $1;

insert into "principal" ("id", "kind", "cui", "cnp_mac", "cnp", "created_at")
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
returning "id";

select "id"
from "mandate"
where "principal" = $1 and "person" = $2 and "state" in ($3, $4, $5);

insert into "register_counter" ("register", "year", "last")
values ($1, $2, $3)
on conflict ("register", "year") do update
set "last" = register_counter.last + 1
returning "last";

insert into "register_entry" ("register", "year", "number", "direction", "at", "day", "subject_kind", "subject_id", "summary", "correspondent_person", "correspondent_name", "answers")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
returning "id";

select "sealed_key"
from "person_key"
where "person" = $1;

insert into "person_key" ("person", "sealed_key")
values ($1, $2)
on conflict do nothing;

select "sealed_key"
from "person_key"
where "person" = $1;

insert into "mandate" ("id", "principal", "person", "principal_name", "basis", "state", "valid_from", "valid_until", "entry", "created_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing
returning "id";

insert into "mandate_step" ("mandate", "step", "at", "actor", "reason", "registered")
values ($1, $2, $3, $4, $5, $6);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select distinct "user_id"
from "membership"
where "role" = $1 and "organisation_id" is null
order by "user_id";

select distinct "user_id"
from "membership"
where "role" = $1 and "organisation_id" is null
order by "user_id";
