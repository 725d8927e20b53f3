update "membership"
set "valid_until" = greatest(valid_from, $1), "ended_by" = $2
where "id" = $3 and ("valid_until" is null or "valid_until" > $4)
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
