select "deputy".*, "one"."name" as "one_name", "one"."email" as "one_email", "other"."name" as "other_name", "other"."email" as "other_email", "name_ro", "name_hu", "name_en"
from "deputy"
inner join "auth_user" as "one" on "one"."id" = "deputy"."principal"
inner join "auth_user" as "other" on "other"."id" = "deputy"."deputy"
left join "organisation" on "organisation"."id" = "deputy"."organisation_id"
where ("deputy"."principal" = $1 or "deputy"."deputy" = $2) and "deputy"."valid_until" > $3 and "deputy"."ended_at" is null
order by "deputy"."valid_from";
