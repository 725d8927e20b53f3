select "id"
from "membership"
where "user_id" = $1 and "organisation_id" is not distinct
from $2 and "role" <> $3 and ("valid_until" is null or "valid_until" > $4)
limit $5;

insert into "deputy" ("principal", "deputy", "organisation_id", "valid_from", "valid_until", "named_by", "ended_at", "ended_by")
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning "id";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
