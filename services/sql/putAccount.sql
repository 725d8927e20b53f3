select "id"
from "auth_user"
where "email" = $1;

insert into "auth_user" ("id", "name", "email", "emailVerified", "image", "demo", "createdAt", "updatedAt", "deletion_due")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

update "auth_account"
set "password" = $1, "updatedAt" = $2
where "userId" = $3 and "providerId" = $4;

insert into "auth_account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
values ($1, $2, $3, $4, $5, $6, $7);

insert into "membership" ("user_id", "role", "organisation_id", "valid_from", "valid_until", "granted_by", "ended_by")
values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing;
