select "id", "cui", "siruta", "territory", "kind", "name_ro", "name_hu", "name_en"
from "organisation"
order by "name_ro", "id";

select "organisation_id", "parent_id", "valid_from", "valid_until"
from "organisation_parent"
order by valid_from nulls first;

select distinct "organisation_id"
from "submission"
where "publication" is not null;

select "id", "email"
from "auth_user"
where "email" in ($1);

select "invitation"."id", "invitation"."email", "role", "organisation_id", "invitation"."language", "invited_by", "sent_at", "expires_at", "first_day", "last_day", "organisation"."kind", "name_ro", "name_hu", "name_en"
from "invitation"
left join "organisation" on "organisation"."id" = "invitation"."organisation_id"
where "accepted_at" is null and "revoked_at" is null and "email" in ($1);

select "user_id"
from "membership"
inner join "auth_user" on "auth_user"."id" = "membership"."user_id"
where "role" = $1 and "organisation_id" is null and "valid_from" <= $2 and "valid_until" is null and "deletion_due" is null;
