select "email"
from "auth_user"
where "demo" = $1
order by "email";
