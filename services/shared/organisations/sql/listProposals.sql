select "cui_proposal".*, "name_ro", "name_hu", "name_en"
from "cui_proposal"
left join "organisation" on "organisation"."id" = "cui_proposal"."organisation_id"
where "decided_at" is null
order by "proposed_at";
