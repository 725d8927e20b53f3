select "id", "email", "name", "demo"
from "auth_user"
where "email" = $1;

select "membership"."role", "organisation"."id", "organisation"."cui", "name_ro", "name_hu", "name_en"
from "membership"
left join "organisation" on "organisation"."id" = "membership"."organisation_id"
where "membership"."user_id" = $1
order by "name_ro";

insert into "api_token" ("token_hash", "user_id", "expires_at")
values ($1, $2, $3);
