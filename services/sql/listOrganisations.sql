select "organisation"."id", "organisation"."county", "organisation"."cui", "organisation"."siruta", "organisation"."kind", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "parent"."cui" as "parent_cui"
from "organisation"
left join "organisation" as "parent" on "parent"."id" = "organisation"."parent_id"
order by "organisation"."name_ro";
