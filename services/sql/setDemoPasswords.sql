update "auth_account"
set "password" = $1
where "providerId" = $2 and "userId" in (select "id"
from "auth_user"
where "demo" = $3);
