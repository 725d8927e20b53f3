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

select "mandate".*, "principal"."kind", "principal"."cui", "principal"."cnp", "entry"."number", "entry"."day", "person"."name"
from "mandate"
inner join "principal" on "principal"."id" = "mandate"."principal"
inner join "register_entry" as "entry" on "entry"."id" = "mandate"."entry"
left join "auth_user" as "person" on "person"."id" = "mandate"."person"
where "mandate"."id" = $1
order by "mandate"."sequence" desc
limit $2;

select "step"."mandate", "step"."step", "step"."at", "step"."reason", "paper"."number", "paper"."day"
from "mandate_step" as "step"
left join "register_entry" as "paper" on "paper"."id" = "step"."registered"
where "step"."mandate" in ($1)
order by "step"."id";

select distinct on ("day") "day", "kind", "act"
from "extra_day"
order by "day", "id" desc;

select "rule"."code", "rule"."valid_from", "value", "unit", "prolonged", "article", "to_be_confirmed", "name_ro", "name_hu", "name_en", "explanation_ro", "explanation_hu", "explanation_en", "confirmed_by", "confirmed_on"
from "legal_rule" as "rule"
left join "legal_rule_confirmation" as "confirmation" on "confirmation"."code" = "rule"."code" and "confirmation"."valid_from" = "rule"."valid_from"
where "rule"."code" = $1 and "rule"."valid_from" <= $2
order by "rule"."valid_from" desc
limit $3;

select "sealed_key"
from "person_key"
where "person" = $1;

select *
from "calendar_event"
where "person" = $1 and "uid" = $2;

insert into "calendar_event" ("person", "uid", "title", "link", "starts_on", "starts_at", "ends_at", "cancelled", "updated_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("person", "uid") do update
set "title" = $10, "link" = $11, "starts_on" = $12, "starts_at" = $13, "ends_at" = $14, "cancelled" = $15, "updated_at" = $16, "sequence" = "calendar_event"."sequence" + $17;

update "calendar_event"
set "cancelled" = $1, "sequence" = "sequence" + $2, "updated_at" = $3
where "person" = $4 and "uid" = $5 and "cancelled" = $6;

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

select "person"
from "calendar_event"
where "uid" = $1 and "cancelled" = $2;

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
where "mandate"."state" = $1 and "mandate"."basis" in ($2, $3, $4, $5) and "mandate"."valid_from" <= $6 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $7) and "mandate"."principal" = $8;

select "organisation"."id"
from "principal"
inner join "organisation" on "organisation"."cui" = "principal"."cui"
where "principal"."id" = $1;
