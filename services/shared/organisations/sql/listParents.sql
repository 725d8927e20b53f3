select "parent_id", "valid_from", "valid_until"
from "organisation_parent"
where "organisation_id" = $1
order by valid_from nulls first;
