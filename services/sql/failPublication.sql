update "submission"
set "status" = $1
where "id" = $2;

update "outbox_event"
set "done_at" = $1, "last_error" = $2
where "id" = $3;

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
