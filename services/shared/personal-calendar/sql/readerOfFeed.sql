select "person", "language"
from "calendar_feed"
inner join "auth_user" on "auth_user"."id" = "calendar_feed"."person"
where "token_hash" = $1;
