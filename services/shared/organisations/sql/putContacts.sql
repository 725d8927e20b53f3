select "kind", "value", "label"
from "organisation_contact"
where "organisation_id" = $1
order by "position";

delete
from "organisation_contact"
where "organisation_id" = $1;

insert into "organisation_contact" ("kind", "value", "label", "organisation_id", "position")
values ($1, $2, $3, $4, $5);

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
