update "auth_session"
set "strong" = $1
where "id" = $2;
