select "document".*, "successor"."code" as "successor_code", "successor"."number" as "successor_number"
from "document" as "document"
left join "document" as "successor" on "successor"."id" = "document"."superseded_by"
where ("document"."owner_person" = $1 or "document"."owner_organisation" in ($2) or "document"."owner_principal" in ($3)) and "document"."owner_person" = $4 and "document"."code" = $5
order by "document"."issued_at" desc, "document"."id"
limit $6;
