select pg_advisory_xact_lock(hashtextextended('organisation_parent', 0));


    with recursive above(id, days) as (
      select $1::uuid, daterange($2::date, $3::date)
      union
      select parent.parent_id, daterange(parent.valid_from, parent.valid_until) * above.days
     
from organisation_parent parent join above
        on parent.organisation_id = above.id and daterange(parent.valid_from, parent.valid_until) && above.days
    )
    select id
from above
where id = $4::uuid
limit 1;

select *
from "organisation_parent"
where "organisation_id" = $1 and daterange(valid_from, valid_until) && daterange($2::date, $3::date);

delete
from "organisation_parent"
where "id" in ($1);

insert into "organisation_parent" ("parent_id", "valid_from", "valid_until", "organisation_id")
values ($1, $2, $3, $4);
