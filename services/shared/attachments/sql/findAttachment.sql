select *
from "attachment"
where "id" = $1;
