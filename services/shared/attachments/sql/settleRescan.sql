update "attachment"
set "scan" = $1
where "id" = $2 and "state" = $3 and "scan" = $4;
