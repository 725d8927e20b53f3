update "attachment"
set "state" = $1, "arrived_at" = $2
where "id" = $3 and "state" = $4;
