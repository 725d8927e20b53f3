update "outbox_event"
set "attempts" = attempts + 1, "last_error" = $1
where "id" = $2;
