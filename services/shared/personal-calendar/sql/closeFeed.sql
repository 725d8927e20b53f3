delete
from "calendar_feed"
where "person" = $1;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
