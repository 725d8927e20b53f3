select distinct "mandate"."principal" as "id"
from "mandate"
where "mandate"."state" = $1 and "mandate"."basis" in ($2, $3, $4, $5) and "mandate"."valid_from" <= $6 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $7) and "mandate"."person" = $8;

select "id"
from "principal"
where "cui" in ($1);
