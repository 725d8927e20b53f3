select "mandate"."id"
from "mandate"
where "mandate"."state" = $1 and "mandate"."basis" in ($2, $3, $4, $5) and "mandate"."valid_from" <= $6 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $7) and "mandate"."principal" = $8 and "mandate"."person" = $9;
