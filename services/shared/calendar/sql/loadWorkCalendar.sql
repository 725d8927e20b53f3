select distinct on ("day") "day", "kind", "act"
from "extra_day"
order by "day", "id" desc;
