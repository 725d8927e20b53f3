select "mandate"."id", "person", "principal", "number", "day"
from "mandate"
inner join "register_entry" on "register_entry"."id" = "mandate"."entry"
where "state" = $1 and "valid_until" < $2
order by "mandate"."id"
for update of "mandate" skip locked;
