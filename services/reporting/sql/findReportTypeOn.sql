select "code", "version", "state", "revision", "applies_from" as "appliesFrom", "definition", "saved_by" as "savedBy", "saved_at" as "savedAt", "published_at" as "publishedAt"
from "report_type_version"
where "code" = $1 and "state" = $2 and "applies_from" <= $3
order by "applies_from" desc
limit $4;
