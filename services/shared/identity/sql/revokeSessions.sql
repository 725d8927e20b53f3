delete
from "auth_session"
where "userId" = $1 and "id" != $2;
