select "entry"."id", "entry"."register", "entry"."year", "entry"."number", "entry"."direction", "entry"."day", "entry"."at", "entry"."subject_kind", "entry"."subject_id", "entry"."summary", "entry"."correspondent_name", "person"."name" as "person_name", "answered"."id" as "answered_id", "answered"."number" as "answered_number", "answered"."day" as "answered_day", "annulment"."reason", "annulment"."at" as "annulled_at"
from "register_entry" as "entry"
left join "register_entry" as "answered" on "answered"."id" = "entry"."answers"
left join "register_annulment" as "annulment" on "annulment"."entry" = "entry"."id"
left join "auth_user" as "person" on "person"."id" = "entry"."correspondent_person"
where "entry"."register" = $1 and "entry"."id" = $2;
