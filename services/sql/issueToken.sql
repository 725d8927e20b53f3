select "id", "email", "name", "demo", "language"
from "auth_user"
where "email" = $1;

select "role", "organisation"."id", "organisation"."cui", "kind", "name_ro", "name_hu", "name_en"
from "membership"
left join "organisation" on "organisation"."id" = "membership"."organisation_id"
where "membership"."valid_from" <= $1 and ("membership"."valid_until" is null or "membership"."valid_until" > $2) and "membership"."user_id" = $3
order by "name_ro";

select "role", "organisation"."id", "organisation"."cui", "kind", "name_ro", "name_hu", "name_en", "deputy"."principal"
from "membership"
left join "organisation" on "organisation"."id" = "membership"."organisation_id"
inner join "deputy" on "deputy"."principal" = "membership"."user_id" and "deputy"."organisation_id" is not distinct
from "membership"."organisation_id"
where "membership"."valid_from" <= $1 and ("membership"."valid_until" is null or "membership"."valid_until" > $2) and "deputy"."deputy" = $3 and "deputy"."valid_from" <= $4 and "deputy"."valid_until" > $5 and "deputy"."ended_at" is null and "membership"."role" <> $6
order by "name_ro";

insert into "api_token" ("token_hash", "user_id", "name", "scopes", "expires_at", "last_used_at", "strong")
values ($1, $2, $3, $4, $5, $6, $7)
returning "id";
