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
