insert into "extra_day" ("day", "kind", "act", "added_by", "added_at")
values ($1, $2, $3, $4, $5);

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
