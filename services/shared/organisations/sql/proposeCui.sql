select "id", "name_ro", "name_hu"
from "organisation"
where "cui" is null and "kind" <> $1;

select "id"
from "cui_proposal"
where "cui" = $1 and "decision" = $2 and "organisation_id" is not distinct
from $3;

insert into "cui_proposal" ("cui", "name", "reason", "organisation_id", "submission_id", "proposed_at", "decided_at", "decided_by", "decision")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing;
