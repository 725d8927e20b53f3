insert into "second_factor" ("user_id", "secret")
values ($1, $2)
on conflict ("user_id") do update
set "secret" = $3, "failures" = $4, "failed_at" = $5, "last_step" = $6
where "second_factor"."confirmed_at" is null
returning "user_id";
