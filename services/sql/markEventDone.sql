update "outbox_event"
set "done_at" = $1, "last_error" = $2
where "id" = $3;
