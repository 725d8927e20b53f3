delete
from "sign_in_tally"
where "subject" = $1;
