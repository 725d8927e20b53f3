delete
from "recovery_code"
where "user_id" = $1;

delete
from "second_factor"
where "user_id" = $1
returning "confirmed_at";
