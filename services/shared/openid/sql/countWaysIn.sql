select (
    (select count(*)
from auth_account
where "userId" = $1 and "providerId" = 'credential' and password is not null) +
    (select count(*)
from passkey
where user_id = $2) +
    (select count(*)
from linked_identity
where user_id = $3)
  )::int as ways;
