select "mandate"."id"
from "mandate"
where "mandate"."person" = $1 and "mandate"."state" = $2 and "mandate"."valid_from" <= $3 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $4) and "mandate"."principal" = $5;
