select distinct on ("rule"."code") "rule"."code", "rule"."valid_from", "value", "unit", "prolonged", "article", "to_be_confirmed", "name_ro", "name_hu", "name_en", "explanation_ro", "explanation_hu", "explanation_en", "confirmed_by", "confirmed_on"
from "legal_rule" as "rule"
left join "legal_rule_confirmation" as "confirmation" on "confirmation"."code" = "rule"."code" and "confirmation"."valid_from" = "rule"."valid_from"
where "rule"."valid_from" <= $1
order by "rule"."code", "rule"."valid_from" desc;
