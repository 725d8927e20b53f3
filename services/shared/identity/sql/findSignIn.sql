select "auth_user"."id", "auth_user"."email", "language", "password"
from "auth_user"
left join "auth_account" on "auth_account"."userId" = "auth_user"."id" and "auth_account"."providerId" = $1
where "auth_user"."email" = $2;
