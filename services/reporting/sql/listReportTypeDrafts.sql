select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "state" = $1
order by "code";
