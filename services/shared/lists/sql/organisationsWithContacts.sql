select "id", "cui", "siruta", "territory", "kind", "name_ro", "name_hu", "name_en"
from "organisation"
order by "name_ro", "id";

select "organisation_id", "kind", "value", "label"
from "organisation_contact"
order by "position";
