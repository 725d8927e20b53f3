insert into "report_type" ("code")
values ($1)
on conflict do nothing
returning "code";

insert into "report_type_version" ("code", "version", "state", "applies_from", "definition", "saved_by", "saved_at", "published_at")
values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1
order by "version" desc;
