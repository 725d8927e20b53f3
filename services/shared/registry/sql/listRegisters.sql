select *
from "register"
order by "code";

select "register", "year"
from "register_counter"
order by "year" desc;
