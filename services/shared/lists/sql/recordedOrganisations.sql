select "id", "cui", "siruta", "territory", "kind", "name_ro", "name_hu", "name_en"
from "organisation"
order by "name_ro", "id";

select "organisation_id", "parent_id", "valid_from", "valid_until"
from "organisation_parent"
order by valid_from nulls first;

select distinct "organisation_id"
from "submission"
where "publication" is not null;
