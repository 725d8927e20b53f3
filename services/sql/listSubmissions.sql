select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "auth_user"."email" as "uploader_email"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
left join "auth_user" on "auth_user"."id" = "submission"."uploaded_by"
where ("submission"."organisation_id" in ($1) or ("submission"."uploaded_by" = $2 and "submission"."organisation_id" is null)) and "organisation"."cui" = $3 and "submission"."status" = $4 and "submission"."period_end" = $5 and "submission"."sequence" < $6
order by "submission"."sequence" desc
limit $7;
