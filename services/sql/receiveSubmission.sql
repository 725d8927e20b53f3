select pg_advisory_xact_lock(hashtextextended($1, 0));

select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "auth_user"."email" as "uploader_email"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
left join "auth_user" on "auth_user"."id" = "submission"."uploaded_by"
where "submission"."sha256" = $1 and "submission"."status" in ($2, $3, $4, $5, $6, $7, $8)
order by "submission"."sequence" desc
limit $9;

insert into "submission" ("id", "status", "file_name", "sha256", "size", "organisation_id", "requested_cui", "requested_type", "uploaded_by", "sheets", "reading_options", "sample", "received_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "submission".*, "organisation"."cui", "organisation"."county", "organisation"."name_ro", "organisation"."name_hu", "organisation"."name_en", "organisation"."demo", "auth_user"."email" as "uploader_email"
from "submission"
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
left join "auth_user" on "auth_user"."id" = "submission"."uploaded_by"
where "submission"."id" = $1;
