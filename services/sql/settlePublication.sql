update "submission"
set "status" = $1, "published_at" = $2
where "id" = $3
returning "organisation_id", "report_type", "period_end", "publication";

update "submission"
set "status" = $1
where "organisation_id" = $2 and "report_type" = $3 and "period_end" = $4 and "status" = $5 and "id" != $6;

update "outbox_event"
set "done_at" = $1, "last_error" = $2
where "id" = $3;

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
