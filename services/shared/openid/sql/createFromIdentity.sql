update "linked_identity"
set "last_used_at" = $1
where "issuer" = $2 and "subject" = $3
returning "user_id";

select "id", "email", "name", "demo", "language"
from "auth_user"
where "email" = $1;

insert into "auth_user" ("id", "email", "name", "emailVerified", "image", "demo", "createdAt", "updatedAt")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("email") do nothing
returning "id";

insert into "membership" ("user_id", "role", "organisation_id", "valid_from", "valid_until", "granted_by", "ended_by")
values ($1, $2, $3, $4, $5, $6, $7);

insert into "linked_identity" ("id", "user_id", "issuer", "subject", "provider", "email", "created_at", "last_used_at")
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict ("issuer", "subject") do nothing
returning "id";
