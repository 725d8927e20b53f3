select distinct on ("day") "day", "kind", "act"
from "extra_day"
where "day" >= $1 and "day" <= $2
order by "day", "id" desc;
