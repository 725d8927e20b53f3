update "calendar_event"
set "cancelled" = $1, "sequence" = "sequence" + $2, "updated_at" = $3
where "person" = $4 and "uid" = $5 and "cancelled" = $6;
