update "outbox_task"
set "done_at" = $1, "last_error" = $2, "next_attempt_at" = $3
where "consumer" = $4 and "event_id" = $5;
