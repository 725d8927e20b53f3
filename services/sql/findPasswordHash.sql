select "password"
from "auth_account"
inner join "auth_user" on "auth_user"."id" = "auth_account"."userId"
where "auth_user"."email" = $1 and "providerId" = $2;
