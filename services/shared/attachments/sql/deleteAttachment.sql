update "attachment"
set "state" = $1, "sealed_key" = $2, "file_name" = $3, "sha256" = $4
where "id" = $5 and "state" <> $6
returning "subject_kind";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
