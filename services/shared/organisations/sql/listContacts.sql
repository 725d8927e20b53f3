select "kind", "value", "label"
from "organisation_contact"
where "organisation_id" = $1
order by "position";
