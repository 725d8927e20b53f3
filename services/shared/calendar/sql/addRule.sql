select *
from "legal_rule"
where "code" = $1
order by "valid_from" desc
limit $2;

insert into "legal_rule" ("code", "valid_from", "value", "unit", "prolonged", "article", "to_be_confirmed", "name_ro", "name_hu", "name_en", "explanation_ro", "explanation_hu", "explanation_en", "added_by", "added_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
on conflict do nothing
returning "code";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "rule"."code", "rule"."valid_from", "value", "unit", "prolonged", "article", "to_be_confirmed", "name_ro", "name_hu", "name_en", "explanation_ro", "explanation_hu", "explanation_en", "confirmed_by", "confirmed_on"
from "legal_rule" as "rule"
left join "legal_rule_confirmation" as "confirmation" on "confirmation"."code" = "rule"."code" and "confirmation"."valid_from" = "rule"."valid_from"
where "rule"."code" = $1 and "rule"."valid_from" <= $2
order by "rule"."valid_from" desc
limit $3;
