select "auth_user"."id", "email", "name", "language", "demo", "auth_user"."createdAt", "deletion_due", "password"
from "auth_user"
left join "auth_account" on "auth_account"."userId" = "auth_user"."id" and "auth_account"."providerId" = $1
where "auth_user"."id" = $2;
