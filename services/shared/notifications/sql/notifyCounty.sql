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
