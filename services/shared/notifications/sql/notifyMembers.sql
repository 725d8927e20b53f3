select distinct "user_id"
from "membership"
where "role" = $1 and "organisation_id" = $2
order by "user_id";
