select "document".*, "successor"."code" as "successor_code", "successor"."number" as "successor_number"
from "document" as "document"
left join "document" as "successor" on "successor"."id" = "document"."superseded_by"
where "document"."number" like $1 and "document"."revoked_at" is null and "document"."superseded_at" is not null
order by "document"."issued_at" desc, "document"."id"
limit $2;
