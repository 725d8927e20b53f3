select "mandate"."id", "principal", "principal"."kind", "principal"."cui", "principal_name", "basis", "valid_until"
from "mandate"
inner join "principal" on "principal"."id" = "mandate"."principal"
where "mandate"."person" = $1 and "mandate"."state" = $2 and "mandate"."valid_from" <= $3 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $4)
order by "mandate"."sequence";

select "sealed_key"
from "person_key"
where "person" = $1;
