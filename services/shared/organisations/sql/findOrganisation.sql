select "organisation"."id", "organisation"."county", "organisation"."cui", "organisation"."siruta", "organisation"."territory", "organisation"."kind", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "link"."parent_id", "parent"."cui" as "parent_cui"
from "organisation"
left join "organisation_parent" as "link" on "link"."organisation_id" = "organisation"."id" and daterange(link.valid_from, link.valid_until) @> coalesce($1::date, (now() at time zone 'Europe/Bucharest')::date)
left join "organisation" as "parent" on "parent"."id" = "link"."parent_id"
where "organisation"."id" = $2;

select *
from "organisation_past"
where "valid_until" > $1
order by "valid_until" desc;
