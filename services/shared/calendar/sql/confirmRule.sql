select "code"
from "legal_rule"
where "code" = $1 and "valid_from" = $2;

insert into "legal_rule_confirmation" ("code", "valid_from", "confirmed_by", "confirmed_on", "recorded_by", "recorded_at")
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
returning "code";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
