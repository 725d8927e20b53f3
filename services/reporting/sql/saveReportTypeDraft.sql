select "code"
from "report_type"
where "code" = $1 for update;

select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1
order by "version" desc;

update "report_type_version"
set "definition" = $1, "applies_from" = $2, "revision" = $3, "saved_by" = $4, "saved_at" = $5
where "code" = $6 and "version" = $7;

select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1
order by "version" desc;
