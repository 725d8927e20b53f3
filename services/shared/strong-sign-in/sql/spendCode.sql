update "second_factor"
set "failures" = "failures" + $1, "failed_at" = $2
where "user_id" = $3 and "confirmed_at" is null and (failures < $4 or failed_at + make_interval(mins => least(60, power(2, least(failures, 20) - $5))::int) <= $6::timestamptz)
returning "secret", "last_step";
