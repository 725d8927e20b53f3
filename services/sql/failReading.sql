update "submission"
set "status" = $1
where "id" = $2 and "status" in ($3, $4);
