insert into "membership" ("user_id", "role", "organisation_id", "valid_from", "valid_until", "granted_by", "ended_by")
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
