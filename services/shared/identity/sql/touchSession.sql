update "auth_session"
set "last_seen" = $1
where "id" = $2 and "last_seen" < $3;
