update "cui_proposal"
set "decided_at" = $1, "decided_by" = $2, "decision" = $3
where "id" = $4 and "decided_at" is null
returning "cui";

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
