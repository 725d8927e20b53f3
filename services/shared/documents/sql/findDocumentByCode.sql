select "document".*, "successor"."code" as "successor_code", "successor"."number" as "successor_number"
from "document" as "document"
left join "document" as "successor" on "successor"."id" = "document"."superseded_by"
where "document"."code" = $1;

select *
from "document_file"
where "document_id" in ($1)
order by "rendition", "language";
