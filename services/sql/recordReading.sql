update "submission"
set "status" = $1, "sheets" = $2
where "id" = $3 and "status" = $4;

delete
from "submission_issue"
where "submission_id" = $1;

insert into "submission_issue" ("submission_id", "ordinal", "code", "severity", "sheet", "cell", "value", "params")
values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "audit_event" ("at", "actor", "action", "subject_kind", "subject_id", "detail")
values ($1, $2, $3, $4, $5, $6);
