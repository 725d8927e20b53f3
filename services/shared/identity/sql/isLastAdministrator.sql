select pg_advisory_xact_lock(hashtextextended('administrators', 0));

select "membership"."id"
from "membership"
inner join "auth_user" on "auth_user"."id" = "membership"."user_id"
where "role" = $1 and "organisation_id" is null and "valid_from" <= $2 and "user_id" = $3 and ("valid_until" is null or "valid_until" > $4)
limit $5;
