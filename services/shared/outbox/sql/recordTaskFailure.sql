update "outbox_task"
set "attempts" = attempts + 1, "last_error" = $1, "next_attempt_at" = $2
where "consumer" = $3 and "event_id" = $4 and "done_at" is null;
