update "passkey"
set "name" = $1
where "id" = $2 and "user_id" = $3
returning "id";
