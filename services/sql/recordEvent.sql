insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
