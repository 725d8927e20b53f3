select distinct "user_id"
from "membership"
where "role" = $1 and "organisation_id" is null
order by "user_id";
