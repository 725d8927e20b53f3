update "outbox_task"
set "done_at" = $1, "attempts" = $2, "last_error" = $3, "next_attempt_at" = $4
where "consumer" = $5;
