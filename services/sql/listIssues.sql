select "code", "severity", "sheet", "cell", "value", "params"
from "submission_issue"
where "submission_id" = $1
order by "ordinal"
limit $2;
