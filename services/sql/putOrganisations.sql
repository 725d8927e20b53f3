select "id", "cui", "territory"
from "organisation"
where ("cui" = $1 or "siruta" = $2)
order by "cui";

update "organisation"
set "county" = $1, "cui" = $2, "siruta" = $3, "kind" = $4, "name_ro" = $5, "name_hu" = $6, "name_en" = $7, "territory" = $8, "demo" = $9
where "id" = $10
returning "id";

insert into "outbox_event" ("id", "kind", "aggregate", "payload", "created_at", "done_at", "last_error")
values ($1, $2, $3, $4, $5, $6, $7);
