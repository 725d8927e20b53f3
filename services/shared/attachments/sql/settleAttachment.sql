update "attachment"
set "state" = $1, "kind" = $2, "scan" = $3, "file_name" = $4, "size" = $5, "sha256" = $6, "storage_key" = $7, "sealed_key" = $8
where "id" = $9 and "state" in ($10, $11);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
