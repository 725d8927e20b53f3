delete
from "sign_in_tally"
where "last_failure" < $1;
