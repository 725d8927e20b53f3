select "value"
from "counter"
where "name" = $1;
