select *
from "organisation_past"
where "organisation_id" = $1
order by "valid_until";
