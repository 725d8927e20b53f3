update "submission"
set "status" = $1
where "id" = $2;

update "outbox_task"
set "done_at" = $1, "last_error" = $2, "next_attempt_at" = $3
where "consumer" = $4 and "event_id" = $5;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "auth_user"."id" as "person", "file_name", "period_end", "name_ro", "name_hu", "name_en"
from "submission"
inner join "auth_user" on ("auth_user"."id" = "submission"."uploaded_by" or "auth_user"."email" = "submission"."uploaded_by")
left join "organisation" on "organisation"."id" = "submission"."organisation_id"
where "submission"."id" = $1;
