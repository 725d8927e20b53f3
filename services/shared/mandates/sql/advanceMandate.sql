select "mandate"."id", "person", "principal", "state", "entry", "number", "day"
from "mandate"
inner join "register_entry" on "register_entry"."id" = "mandate"."entry"
where "mandate"."id" = $1
for update of "mandate";

select "mandate"."id"
from "mandate"
where "mandate"."person" = $1 and "mandate"."state" = $2 and "mandate"."valid_from" <= $3 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $4) and "mandate"."principal" = $5;

insert into "register_counter" ("register", "year", "last")
values ($1, $2, $3)
on conflict ("register", "year") do update
set "last" = register_counter.last + 1
returning "last";

insert into "register_entry" ("register", "year", "number", "direction", "at", "day", "subject_kind", "subject_id", "summary", "correspondent_person", "correspondent_name", "answers")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
returning "id";

insert into "mandate_step" ("mandate", "step", "at", "actor", "reason", "registered")
values ($1, $2, $3, $4, $5, $6);

update "mandate"
set "state" = $1
where "id" = $2;

insert into "audit_event" ("id", "at", "actor", "action", "subject_kind", "subject_id", "detail", "person", "personal", "personal_mac", "commitment")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "mandate".*, "principal"."kind", "principal"."cui", "principal"."cnp", "entry"."number", "entry"."day", "person"."name"
from "mandate"
inner join "principal" on "principal"."id" = "mandate"."principal"
inner join "register_entry" as "entry" on "entry"."id" = "mandate"."entry"
left join "auth_user" as "person" on "person"."id" = "mandate"."person"
where "mandate"."id" = $1
order by "mandate"."sequence" desc
limit $2;

select "step"."mandate", "step"."step", "step"."at", "step"."reason", "paper"."number", "paper"."day"
from "mandate_step" as "step"
left join "register_entry" as "paper" on "paper"."id" = "step"."registered"
where "step"."mandate" in ($1)
order by "step"."id";

select distinct on ("day") "day", "kind", "act"
from "extra_day"
order by "day", "id" desc;

select "rule"."code", "rule"."valid_from", "value", "unit", "prolonged", "article", "to_be_confirmed", "name_ro", "name_hu", "name_en", "explanation_ro", "explanation_hu", "explanation_en", "confirmed_by", "confirmed_on"
from "legal_rule" as "rule"
left join "legal_rule_confirmation" as "confirmation" on "confirmation"."code" = "rule"."code" and "confirmation"."valid_from" = "rule"."valid_from"
where "rule"."code" = $1 and "rule"."valid_from" <= $2
order by "rule"."valid_from" desc
limit $3;

select "sealed_key"
from "person_key"
where "person" = $1;

update "calendar_event"
set "cancelled" = $1, "sequence" = "sequence" + $2, "updated_at" = $3
where "person" = $4 and "uid" = $5 and "cancelled" = $6;

update "calendar_event"
set "cancelled" = $1, "sequence" = "sequence" + $2, "updated_at" = $3
where "person" = $4 and "uid" = $5 and "cancelled" = $6;

select "user_id" as "person"
from "membership"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4);

select "deputy"."deputy" as "person"
from "membership"
inner join "deputy" on "deputy"."principal" = "membership"."user_id" and "deputy"."organisation_id" is not distinct
from "membership"."organisation_id"
where "membership"."role" = $1 and "membership"."organisation_id" is not distinct
from $2 and "membership"."valid_from" <= $3 and ("membership"."valid_until" is null or "membership"."valid_until" > $4) and "deputy"."valid_from" <= $5 and "deputy"."valid_until" > $6 and "deputy"."ended_at" is null;

select "person"
from "calendar_event"
where "uid" = $1 and "cancelled" = $2;

insert into "delivery" ("kind", "params", "link", "calendar_uid", "person", "email", "language", "last_error", "message_id", "created_at", "next_attempt_at", "valid_until", "settled_at")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
returning "id";


    INSERT INTO pgboss.job (
      id,
      name,
      data,
      priority,
      start_after,
      singleton_key,
      singleton_on,
      dead_letter,
      expire_in,
      keep_until,
      retry_limit,
      retry_delay,
      retry_backoff,
      policy
    )
    SELECT
      id,
      j.name,
      data,
      priority,
      start_after,
      singleton_key,
      singleton_on,
      COALESCE(j.dead_letter, q.dead_letter) as dead_letter,
      CASE
        WHEN expire_in IS NOT NULL THEN expire_in::numeric * interval '1s'
        WHEN q.expire_seconds IS NOT NULL THEN q.expire_seconds * interval '1s'
        WHEN expire_in_default IS NOT NULL THEN expire_in_default::numeric * interval '1s'
        ELSE interval '15 minutes'
        END as expire_in,
      CASE
        WHEN right(keep_until, 1) = 'Z' THEN CAST(keep_until as timestamp with time zone)
        ELSE start_after + CAST(COALESCE(keep_until, (q.retention_minutes * 60)::text, keep_until_default, '14 days') as interval)
        END as keep_until,
      COALESCE(j.retry_limit, q.retry_limit, retry_limit_default, 2) as retry_limit,
      CASE
        WHEN COALESCE(j.retry_backoff, q.retry_backoff, retry_backoff_default, false)
        THEN GREATEST(COALESCE(j.retry_delay, q.retry_delay, retry_delay_default), 1)
        ELSE COALESCE(j.retry_delay, q.retry_delay, retry_delay_default, 0)
        END as retry_delay,
      COALESCE(j.retry_backoff, q.retry_backoff, retry_backoff_default, false) as retry_backoff,
      q.policy
    FROM
      ( SELECT
          COALESCE($1::uuid, gen_random_uuid()) as id,
          $2 as name,
          $3::jsonb as data,
          COALESCE($4::int, 0) as priority,
          CASE
            WHEN right($5, 1) = 'Z' THEN CAST($5 as timestamp with time zone)
            ELSE now() + CAST(COALESCE($5,'0') as interval)
            END as start_after,
          $6 as singleton_key,
          CASE
            WHEN $7::integer IS NOT NULL THEN 'epoch'::timestamp + '1 second'::interval * ($7 * floor((date_part('epoch', now()) + $8) / $7))
            ELSE NULL
            END as singleton_on,
          $9 as dead_letter,
          $10 as expire_in,
          $11 as expire_in_default,
          $12 as keep_until,
          $13 as keep_until_default,
          $14::int as retry_limit,
          $15::int as retry_limit_default,
          $16::int as retry_delay,
          $17::int as retry_delay_default,
          $18::bool as retry_backoff,
          $19::bool as retry_backoff_default
      ) j JOIN pgboss.queue q ON j.name = q.name
    ON CONFLICT DO NOTHING
    RETURNING id
  ;

insert into "notification" ("kind", "params", "link", "calendar_uid", "person", "principal", "created_at", "read_at", "digest_at", "delivery_id")
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

select distinct "mandate"."person"
from "mandate"
where "mandate"."state" = $1 and "mandate"."basis" in ($2, $3, $4, $5) and "mandate"."valid_from" <= $6 and ("mandate"."valid_until" is null or "mandate"."valid_until" >= $7) and "mandate"."principal" = $8;

select "organisation"."id"
from "principal"
inner join "organisation" on "organisation"."cui" = "principal"."cui"
where "principal"."id" = $1;
