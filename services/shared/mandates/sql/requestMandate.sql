select "mandate"."id", "person", "principal", "number", "day"
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

select "user_id" as "person"
from "membership"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4);

select "deputy"."deputy" as "person"
from "membership"
inner join "deputy" on "deputy"."principal" = "membership"."user_id" and "deputy"."organisation_id" is not distinct
from "membership"."organisation_id"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4) and "deputy"."valid_from" <= $5 and "deputy"."valid_until" > $6 and "deputy"."ended_at" is null;

select "user_id" as "person"
from "membership"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4);

select "deputy"."deputy" as "person"
from "membership"
inner join "deputy" on "deputy"."principal" = "membership"."user_id" and "deputy"."organisation_id" is not distinct
from "membership"."organisation_id"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4) and "deputy"."valid_from" <= $5 and "deputy"."valid_until" > $6 and "deputy"."ended_at" is null;

select distinct "mandate"."person"
from "mandate"
where "mandate"."state" = $1 and "mandate"."basis" in ($2, $3, $4, $5) and "mandate"."valid_from" <= $6 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $7) and "mandate"."principal" = $8 and "mandate"."person" not in ($9, $10)
order by "mandate"."person";

select "organisation"."id"
from "principal"
inner join "organisation" on "organisation"."cui" = "principal"."cui"
where "principal"."id" = $1;
