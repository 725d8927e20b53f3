insert into "register_counter" ("register", "year", "last")
values ($1, $2, $3)
on conflict ("register", "year") do update
set "last" = register_counter.last + 1
returning "last";

insert into "register_entry" ("register", "year", "number", "direction", "at", "day", "subject_kind", "subject_id", "summary", "correspondent_person", "correspondent_name", "answers")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
returning "id";
