delete
from "recovery_code"
where "user_id" = $1;

insert into "recovery_code" ("user_id", "code_mac", "used_at")
values ($1, $2, $3), ($4, $5, $6), ($7, $8, $9), ($10, $11, $12), ($13, $14, $15), ($16, $17, $18), ($19, $20, $21), ($22, $23, $24), ($25, $26, $27), ($28, $29, $30);
