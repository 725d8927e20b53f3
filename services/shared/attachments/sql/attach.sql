select "state", "subject_kind"
from "attachment"
where "id" = $1 and "uploaded_by" = $2 and "purpose" = $3 for update;

update "attachment"
set "subject_kind" = $1, "subject_id" = $2, "attached_at" = $3, "delete_after" = $4
where "id" = $5;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
