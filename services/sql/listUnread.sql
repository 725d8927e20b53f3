select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "auth_user"."email" as "uploader_email"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
left join "auth_user" on "auth_user"."id" = "submission"."uploaded_by"
where "submission"."status" in ($1, $2)
order by "submission"."sequence";
