select "invitation"."id", "invitation"."email", "role", "organisation_id", "invitation"."language", "invited_by", "sent_at", "expires_at", "first_day", "last_day", "organisation"."kind", "name_ro", "name_hu", "name_en", "auth_user"."name" as "inviter", "accepted_at", "revoked_at"
from "invitation"
left join "organisation" on "organisation"."id" = "invitation"."organisation_id"
left join "auth_user" on "auth_user"."id" = "invitation"."invited_by"
where "token_hash" = $1;
