select "user_id" as "person"
from "membership"
where "role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4) union select "deputy"."deputy" as "person"
from "membership"
inner join "deputy" on "deputy"."principal" = "membership"."user_id" and "deputy"."organisation_id" is not distinct
from $5
where "role" = $6 and "membership"."organisation_id" is not distinct
from $7 and "membership"."valid_from" <= $8 and ("membership"."valid_until" is null or "membership"."valid_until" > $9) and "deputy"."valid_from" <= $10 and "deputy"."valid_until" > $11 and "deputy"."ended_at" is null
order by "person";
