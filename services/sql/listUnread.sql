select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
where "submission"."status" in ($1, $2)
order by "submission"."sequence";
