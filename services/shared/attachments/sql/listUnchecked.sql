select "id"
from "attachment"
where "state" in ($1, $2)
order by "created_at";
