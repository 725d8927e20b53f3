update "sign_in_challenge"
set "tries" = "tries" + $1
where "token_hash" = $2 and "expires_at" > $3 and "tries" < $4
returning "user_id", "payload";
