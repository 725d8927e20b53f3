select "id"
from "attachment"
where "state" = $1 and "scan" = $2
order by "created_at"
limit $3;
