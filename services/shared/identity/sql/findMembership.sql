select "membership"."id", "membership"."user_id", "membership"."role", "membership"."organisation_id", "membership"."valid_from", "membership"."valid_until", "auth_user"."name", "auth_user"."email", "organisation"."kind", "name_ro", "name_hu", "name_en"
from "membership"
inner join "auth_user" on "auth_user"."id" = "membership"."user_id"
left join "organisation" on "organisation"."id" = "membership"."organisation_id"
where "membership"."id" = $1;
