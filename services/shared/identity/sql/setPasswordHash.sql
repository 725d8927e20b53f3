update "auth_account"
set "password" = $1, "updatedAt" = $2
where "userId" = $3 and "providerId" = $4;

insert into "auth_account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
values ($1, $2, $3, $4, $5, $6, $7);
