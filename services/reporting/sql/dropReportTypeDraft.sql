delete
from "report_type_version"
where "code" = $1 and "state" = $2
returning "version";
