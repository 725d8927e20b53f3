update "recovery_code"
set "used_at" = $1
where "user_id" = $2 and "code_mac" = $3 and "used_at" is null
returning "user_id";
