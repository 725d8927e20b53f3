insert into "outbox_event" ("id", "kind", "aggregate", "payload", "created_at", "done_at", "last_error")
values ($1, $2, $3, $4, $5, $6, $7);
