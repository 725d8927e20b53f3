select "state", "subject_kind"
from "attachment"
where "id" = $1 and "uploaded_by" = $2 and "purpose" = $3 for update;

update "attachment"
set "subject_kind" = $1, "subject_id" = $2, "attached_at" = $3, "delete_after" = $4
where "id" = $5;

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
