insert into "register_annulment" ("entry", "reason", "annulled_by", "at")
values ($1, $2, $3, $4)
on conflict do nothing
returning "entry";

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
