insert into "register_annulment" ("entry", "reason", "annulled_by", "at")
values ($1, $2, $3, $4)
on conflict do nothing
returning "entry";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
