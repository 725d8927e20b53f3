select pg_advisory_xact_lock(hashtextextended($1, 0));

select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
where "submission"."sha256" = $1 and "submission"."status" in ($2, $3, $4, $5, $6, $7, $8)
order by "submission"."sequence" desc
limit $9;

insert into "submission" ("id", "status", "file_name", "sha256", "size", "organisation_id", "requested_cui", "requested_type", "uploaded_by", "sheets", "reading_options", "sample", "received_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);

select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
where "submission"."id" = $1;
