select pg_advisory_xact_lock(hashtextextended($1, 0));

select count(*) as "count", count(*) filter(where "state" = $1) as "uploading", sum("size") as "bytes"
from "attachment"
where "uploaded_by" = $2 and "subject_kind" is null;

insert into "attachment" ("id", "uploaded_by", "purpose", "file_name", "state", "scan", "size", "storage_key", "sealed_key", "created_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning *;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
