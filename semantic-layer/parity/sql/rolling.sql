-- budget_execution_own: revenue_to_date by month (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: revenue_to_date by quarter, over the turn of the year (public)
SELECT q_0."budget_execution_own__period_end_quarter", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_quarter", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-07-01T00:00:00.000', '2025-09-30T23:59:59.999'),('2025-10-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-03-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('quarter', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_quarter", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_quarter" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_quarter" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-07-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: revenue_to_date by half-year (public)
SELECT q_0."budget_execution_own__period_end_half_year", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_half_year", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-01-01T00:00:00.000', '2025-06-30T23:59:59.999'),('2025-07-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-06-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('day', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_half_year", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_half_year" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_half_year" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-01-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution_own: revenue_to_date for a range as a whole (public)
SELECT "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-02-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: revenue_to_date for the county (county)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where ((c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT))))
      and (c.valid_until is null or not ((1 = 0)))
      and (1 = 1)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_to_date by month (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_to_date by quarter, over the turn of the year (public)
SELECT q_0."budget_execution_own__period_end_quarter", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_quarter", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-07-01T00:00:00.000', '2025-09-30T23:59:59.999'),('2025-10-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-03-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('quarter', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_quarter", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_quarter" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_quarter" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-07-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_to_date by half-year (public)
SELECT q_0."budget_execution_own__period_end_half_year", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_half_year", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-01-01T00:00:00.000', '2025-06-30T23:59:59.999'),('2025-07-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-06-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('day', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_half_year", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_half_year" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_half_year" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-01-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution_own: expenditure_to_date for a range as a whole (public)
SELECT "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-02-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_to_date for the county (county)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where ((c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT))))
      and (c.valid_until is null or not ((1 = 0)))
      and (1 = 1)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_trailing_year by month (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_trailing_year") "execution_own__expenditure_trailing_year" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_trailing_year_cumulative__base" ON "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" > "budget_execution_own.period_end_series"."date_to" + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_trailing_year by quarter, over the turn of the year (public)
SELECT q_0."budget_execution_own__period_end_quarter", "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_quarter", sum("execution_own__expenditure_trailing_year") "execution_own__expenditure_trailing_year" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-07-01T00:00:00.000', '2025-09-30T23:59:59.999'),('2025-10-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-03-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_quarter", sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_trailing_year_cumulative__base" ON "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_quarter" > "budget_execution_own.period_end_series"."date_to" + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_quarter" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-07-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_trailing_year by half-year (public)
SELECT q_0."budget_execution_own__period_end_half_year", "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_half_year", sum("execution_own__expenditure_trailing_year") "execution_own__expenditure_trailing_year" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-01-01T00:00:00.000', '2025-06-30T23:59:59.999'),('2025-07-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-06-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('day', "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_half_year", sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_trailing_year_cumulative__base" ON "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_half_year" > "budget_execution_own.period_end_series"."date_to" + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_half_year" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2025-01-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution_own: expenditure_trailing_year for a range as a whole (public)
SELECT "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-03-31T23:59:59.999","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_trailing_year for the county (county)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_trailing_year") "execution_own__expenditure_trailing_year" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where ((c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT))))
      and (c.valid_until is null or not ((1 = 0)))
      and (1 = 1)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_trailing_year_cumulative__base" ON "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" > "budget_execution_own.period_end_series"."date_to" + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_running by month (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-04-30T23:59:59.999"]

-- budget_execution_own: expenditure_running by quarter, over the turn of the year (public)
SELECT q_0."budget_execution_own__period_end_quarter", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_quarter", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-07-01T00:00:00.000', '2025-09-30T23:59:59.999'),('2025-10-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-03-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('quarter', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_quarter", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_quarter" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_running by half-year (public)
SELECT q_0."budget_execution_own__period_end_half_year", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_half_year", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2025-01-01T00:00:00.000', '2025-06-30T23:59:59.999'),('2025-07-01T00:00:00.000', '2025-12-31T23:59:59.999'),('2026-01-01T00:00:00.000', '2026-06-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('day', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_half_year", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_half_year" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-06-30T23:59:59.999"]

-- budget_execution_own: expenditure_running for a range as a whole (public)
SELECT "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-03-31T23:59:59.999"]

-- budget_execution_own: expenditure_running for the county (county)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where ((c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT))))
      and (c.valid_until is null or not ((1 = 0)))
      and (1 = 1)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-04-30T23:59:59.999"]

-- budget_execution_own: running by school year (public)
SELECT q_0."budget_execution_own__period_end_school_year", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_school_year", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2024-09-01T00:00:00.000', '2025-08-31T23:59:59.999'),('2025-09-01T00:00:00.000', '2026-08-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('day', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_school_year", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_school_year" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-08-31T23:59:59.999"]

-- budget_execution_own: by month in another time zone (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_trailing_year") "execution_own__expenditure_trailing_year" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_trailing_year_cumulative__base" ON "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" > "budget_execution_own.period_end_series"."date_to" + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: a range as a whole in another time zone (public)
SELECT "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-01-31T23:59:59.999"]

-- budget_execution_own: a month after a longer one takes no thirteenth month in (public)
SELECT "execution_own__expenditure_trailing_year" "budget_execution_own__expenditure_trailing_year" FROM (SELECT sum(CASE WHEN ("execution_own_expenditure_trailing_year_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_trailing_year_cumulative__execution_own".amount END) "execution_own__expenditure_trailing_year" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_trailing_year_cumulative__execution_own"  WHERE ("execution_own_expenditure_trailing_year_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp > ?::timestamp::timestamp + interval '1 millisecond' - interval '12 month' - interval '1 millisecond' AND "execution_own_expenditure_trailing_year_cumulative__execution_own".period_end::timestamp <= ?::timestamp::timestamp)) AS q_0  LIMIT 10000
-- ["14","14","public","public","2026-02-28T23:59:59.999","2026-02-28T23:59:59.999"]

-- budget_execution_own: by institution (public)
SELECT q_0."budget_execution_own__entity_cui", q_0."budget_execution_own__period_end_month", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own__entity_cui", "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT "execution_own_expenditure_to_date_cumulative__execution_own".cui "budget_execution_own__entity_cui", DATE_TRUNC('month', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1, 2) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1, 2) AS q_0  ORDER BY 2 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: with a condition on lines (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE (substr("execution_own_expenditure_running_cumulative__execution_own".functional, 1, 2) = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","65","public","2026-04-30T23:59:59.999"]

-- budget_execution_own: with a condition on reports (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure_running" "budget_execution_own__expenditure_running" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_running") "execution_own__expenditure_running" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_running_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_running_cumulative__execution_own".amount END) "execution_own__expenditure_running" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((p.report_type = ?) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_running_cumulative__execution_own"  WHERE ("execution_own_expenditure_running_cumulative__execution_own".report_type = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_running_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_running_cumulative__base" ON "execution_own_expenditure_running_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","FXB-EXB-900","public","FXB-EXB-900","public","2026-04-30T23:59:59.999"]

-- budget_execution_own: with a segment (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE (not ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue' and "execution_own_revenue_to_date_cumulative__execution_own".functional in ('370300', '370400'))) AND ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0  ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: beside the period's own amount, where there is one (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__expenditure" "budget_execution_own__expenditure", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT DATE_TRUNC('month', "main__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("main__execution_own".kind = 'expenditure') THEN "main__execution_own".amount END) "execution_own__expenditure" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((p.period_end >= ?::timestamp AND p.period_end <= ?::timestamp) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "main__execution_own"  WHERE ("main__execution_own".period_end >= ?::timestamp AND "main__execution_own".period_end <= ?::timestamp) AND ("main__execution_own".visibility = ?) GROUP BY 1) AS q_0 INNER JOIN (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_1 ON (q_0."budget_execution_own__period_end_month" = q_1."budget_execution_own__period_end_month" OR (q_0."budget_execution_own__period_end_month" IS NULL AND q_1."budget_execution_own__period_end_month" IS NULL)) ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999","public","14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]

-- budget_execution_own: two windows and their difference by month (public)
SELECT q_0."budget_execution_own__period_end_month", "execution_own__revenue_to_date" "budget_execution_own__revenue_to_date", "execution_own__expenditure_to_date" "budget_execution_own__expenditure_to_date" FROM (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__revenue_to_date") "execution_own__revenue_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_revenue_to_date_cumulative__execution_own".kind = 'revenue') THEN "execution_own_revenue_to_date_cumulative__execution_own".amount END) "execution_own__revenue_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_revenue_to_date_cumulative__execution_own"  WHERE ("execution_own_revenue_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_revenue_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_revenue_to_date_cumulative__base" ON "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_revenue_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_0 INNER JOIN (SELECT "budget_execution_own.period_end_series"."date_from" "budget_execution_own__period_end_month", sum("execution_own__expenditure_to_date") "execution_own__expenditure_to_date" FROM (SELECT date_from::timestamp as "date_from", date_to::timestamp as "date_to" FROM (VALUES ('2026-01-01T00:00:00.000', '2026-01-31T23:59:59.999'),('2026-02-01T00:00:00.000', '2026-02-28T23:59:59.999'),('2026-03-01T00:00:00.000', '2026-03-31T23:59:59.999'),('2026-04-01T00:00:00.000', '2026-04-30T23:59:59.999')) AS dates (date_from, date_to)) AS "budget_execution_own.period_end_series" LEFT JOIN (SELECT DATE_TRUNC('month', "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own_expenditure_to_date_cumulative__execution_own".kind = 'expenditure') THEN "execution_own_expenditure_to_date_cumulative__execution_own".amount END) "execution_own__expenditure_to_date" FROM (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
  s.sign * f.amount as amount, s.sign, s.publication, s.visibility, s.report_type, s.submission_id, s.version,
  s.published_at, s.period_end, s.months_covered,
  concat(CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)) as own_id
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility, c.months_covered,
      p.county, p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own_expenditure_to_date_cumulative__execution_own"  WHERE ("execution_own_expenditure_to_date_cumulative__execution_own".visibility = ?) AND ("execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp >= DATE_TRUNC('year', ?::timestamp) AND "execution_own_expenditure_to_date_cumulative__execution_own".period_end::timestamp <= ?::timestamp) GROUP BY 1) AS "execution_own_expenditure_to_date_cumulative__base" ON "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" >= DATE_TRUNC('year', "budget_execution_own.period_end_series"."date_from") AND "execution_own_expenditure_to_date_cumulative__base"."budget_execution_own__period_end_month" <= "budget_execution_own.period_end_series"."date_to" GROUP BY 1) AS q_1 ON (q_0."budget_execution_own__period_end_month" = q_1."budget_execution_own__period_end_month" OR (q_0."budget_execution_own__period_end_month" IS NULL AND q_1."budget_execution_own__period_end_month" IS NULL)) ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999","14","14","public","public","2026-01-01T00:00:00.000","2026-04-30T23:59:59.999"]
