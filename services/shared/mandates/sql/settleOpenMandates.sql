select "id"
from "mandate"
where "state" in ($1, $2)
order by "id";
