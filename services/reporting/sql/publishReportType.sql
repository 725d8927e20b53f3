select "code"
from "report_type"
where "code" = $1 for update;

select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1
order by "version" desc;

select distinct on ("code") "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "state" = $1
order by "code", "version" desc;

update "report_type_version"
set "state" = $1, "published_at" = $2, "saved_by" = $3, "saved_at" = $4
where "code" = $5 and "version" = $6;

select pg_advisory_xact_lock_shared(hashtextextended($1, 0));

select "name", "in_order"
from "outbox_consumer"
where $1 = any (kinds)
order by "name";

select pg_advisory_xact_lock(hashtextextended($1, 0));

insert into "outbox_event" ("id", "kind", "aggregate", "payload", "created_at")
values ($1, $2, $3, $4, $5)
returning "sequence";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1
order by "version" desc;
