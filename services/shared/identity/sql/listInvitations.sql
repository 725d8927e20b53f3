select "invitation"."id", "invitation"."email", "role", "organisation_id", "invitation"."language", "invited_by", "sent_at", "expires_at", "first_day", "last_day", "organisation"."kind", "name_ro", "name_hu", "name_en"
from "invitation"
left join "organisation" on "organisation"."id" = "invitation"."organisation_id"
where "accepted_at" is null and "revoked_at" is null and "organisation_id" = $1
order by "sent_at" desc
limit $2;
