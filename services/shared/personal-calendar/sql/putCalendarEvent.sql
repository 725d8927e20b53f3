select *
from "calendar_event"
where "person" = $1 and "uid" = $2;

insert into "calendar_event" ("person", "uid", "title", "link", "starts_on", "starts_at", "ends_at", "cancelled", "updated_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict ("person", "uid") do update
set "title" = $10, "link" = $11, "starts_on" = $12, "starts_at" = $13, "ends_at" = $14, "cancelled" = $15, "updated_at" = $16, "sequence" = "calendar_event"."sequence" + $17;
