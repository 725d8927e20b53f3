select "submission_id", "severity", count(*) as "count"
from "submission_issue"
where "submission_id" in ($1)
group by "submission_id", "severity";
