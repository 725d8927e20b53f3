update "auth_session"
set "confirmedAt" = $1
where "id" = $2;
