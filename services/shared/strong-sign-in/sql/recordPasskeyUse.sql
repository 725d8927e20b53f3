update "passkey"
set "counter" = $1, "last_used_at" = $2
where "id" = $3 and "counter" < $4
returning "id";
