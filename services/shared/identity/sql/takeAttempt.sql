insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

insert into "sign_in_tally" ("subject", "failures", "last_failure", "next_attempt")
values ($1, $2, $3, $4)
on conflict ("subject") do update
set "failures" = case when sign_in_tally.last_failure < $5 then 1 else sign_in_tally.failures + 1 end, "last_failure" = $6, "next_attempt" = $7::timestamptz + make_interval(secs => ($8::integer[])[least(case when sign_in_tally.last_failure < $9 then 1 else sign_in_tally.failures + 1 end, $10::integer)]), "locked" = case when sign_in_tally.last_failure < $11 then 1 else sign_in_tally.failures + 1 end >= $12
where ("sign_in_tally"."next_attempt" <= $13 or "sign_in_tally"."last_failure" < $14)
returning "failures";

select "next_attempt", "locked"
from "sign_in_tally"
where "subject" = $1;
