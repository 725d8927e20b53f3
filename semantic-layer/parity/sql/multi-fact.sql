-- budget_execution_both: by month and institution (public)
SELECT
      "execution_both".cui "budget_execution_both__entity_cui", DATE_TRUNC('month', "execution_both".period_end::timestamp) "budget_execution_both__period_end_month", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["1 months","1900-01-01","14","14","public","14","14","public","public"]

-- budget_execution_both: by chapter (public)
SELECT
      substr("execution_both".functional, 1, 2) "budget_execution_both__chapter", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","14","14","public","public"]

-- budget_execution_both: by section, null too (public)
SELECT
      "execution_both".section "budget_execution_both__section", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","14","14","public","public"]

-- budget_execution_both: by school year (public)
SELECT
      DATE_TRUNC('year', "execution_both".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution_both__period_end_school_year", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["12 months","1900-09-01","14","14","public","14","14","public","public"]

-- budget_execution_both: for the county, of one type (county)
SELECT
      "execution_both".cui "budget_execution_both__entity_cui", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (report_type = ?)
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (p.report_type = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".report_type = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","FXB-EXB-900","14","14","FXB-EXB-900","FXB-EXB-900"]

-- budget_execution_both: for a school, in a quarter (school)
SELECT
      "execution_both".cui "budget_execution_both__entity_cui", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND ((visibility = ?) OR (cui = ?)))
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((p.period_end >= ?::timestamp AND p.period_end <= ?::timestamp) AND ((c.visibility = ?) OR (p.cui = ?)))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".period_end >= ?::timestamp AND "execution_both".period_end <= ?::timestamp) AND (("execution_both".visibility = ?) OR ("execution_both".cui = ?)) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-03-31T23:59:59.999","public","4245062","14","14","2026-01-01T00:00:00.000","2026-03-31T23:59:59.999","public","4245062","2026-01-01T00:00:00.000","2026-03-31T23:59:59.999","public","4245062"]

-- budget_execution_both: lines of one chapter (public)
SELECT
      "execution_both".economic "budget_execution_both__economic_code", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and (c.visibility = ?)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE (substr("execution_both".functional, 1, 2) = ?) AND ("execution_both".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","14","14","public","51","public"]

-- budget_execution_both: one fact alone (public)
SELECT
      DATE_TRUNC('quarter', "execution_both".period_end::timestamp) "budget_execution_both__period_end_quarter", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'revenue') THEN "execution_both".amount END) "budget_execution_both__own_period_revenue"
    FROM
      (select 'cumulative' as flow, concat('cumulative:', CAST(f.line_id AS VARCHAR)) as both_id, f.line_id, f.county, f.cui, f.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.amount,
  p.publication, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.is_last
from (
  select publication, visibility, report_type, submission_id, version, published_at,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication union all select 'own', concat('own:', CAST(s.publication AS VARCHAR), ':', CAST(s.valid_from AS VARCHAR), ':', CAST(f.line_id AS VARCHAR)), f.line_id, f.county, f.cui, s.period_end,
  f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, s.sign * f.amount,
  s.publication, s.visibility, s.report_type, s.submission_id, s.version, s.published_at, false
from (
  select t.*, signs.sign, case when signs.sign = 1 then t.publication else t.predecessor end as line_publication
  from (
    select c.publication, c.predecessor, c.valid_from, c.visibility,
      p.report_type, p.submission_id, p.version, p.published_at, p.period_end
    from publication_pairs c
    join publications p on p.publication = c.publication
    where (c.valid_from <= CAST(? AS BIGINT) and (c.valid_until is null or c.valid_until > CAST(? AS BIGINT)))
      and (c.valid_until is null or not (1 = 0))
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_both"  WHERE ("execution_both".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","14","14","public","public"]

-- budget_per_inhabitant: everyone's share and that of territories with a report (public)
SELECT
      sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure_of_territories", sum("territory_budget".people) "budget_per_inhabitant__inhabitants", sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END) "budget_per_inhabitant__inhabitants_reporting", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * sign(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_inhabitant", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END)) * sign(sum("territory_budget".people)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum("territory_budget".people)) AS HUGEINT)) // CAST(abs(nullif(sum("territory_budget".people), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_every_inhabitant"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"  WHERE ("territory_budget".visibility = ?) LIMIT 10000
-- ["14","14","public","public"]

-- budget_per_inhabitant: by territory, with those without a report (public)
SELECT
      "territory".siruta "budget_per_inhabitant__siruta", "territory".name_hu "budget_per_inhabitant__territory_name_hu", sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum("territory_budget".people) "budget_per_inhabitant__inhabitants", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * sign(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_inhabitant"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"
LEFT JOIN dim.territory AS "territory" ON "territory_budget".siruta = "territory".siruta  WHERE ("territory_budget".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_per_inhabitant: two institutions of a territory count its people once (school)
SELECT
      sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END) "budget_per_inhabitant__inhabitants_reporting"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((visibility = ?) OR (cui = ?))
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"
LEFT JOIN dim.territory AS "territory" ON "territory_budget".siruta = "territory".siruta  WHERE ("territory".siruta = ?) AND (("territory_budget".visibility = ?) OR ("territory_budget".cui = ?)) LIMIT 10000
-- ["14","14","public","4245062","83320","public","4245062"]

-- budget_per_inhabitant: for the county, who sees a later report (county)
SELECT
      sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".development END) "budget_per_inhabitant__development_expenditure", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END)) * sign(sum("territory_budget".people)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum("territory_budget".people)) AS HUGEINT)) // CAST(abs(nullif(sum("territory_budget".people), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_every_inhabitant"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and ((publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT))))
    and (superseded_by is null or not ((1 = 0)))
    and (1 = 1)
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"  LIMIT 10000
-- ["14","14"]

-- budget_per_inhabitant: up to a date (public)
SELECT
      sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END) "budget_per_inhabitant__inhabitants_reporting", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * sign(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_inhabitant"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"  WHERE ("territory_budget".period_end >= ?::timestamp AND "territory_budget".period_end <= ?::timestamp) AND ("territory_budget".visibility = ?) LIMIT 10000
-- ["14","14","2025-01-01T00:00:00.000","2025-10-31T23:59:59.999","public","2025-01-01T00:00:00.000","2025-10-31T23:59:59.999","public"]

-- budget_per_inhabitant: by year (public)
SELECT
      DATE_TRUNC('year', "territory_budget".period_end::timestamp) "budget_per_inhabitant__period_end_year", sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum("territory_budget".people) "budget_per_inhabitant__inhabitants"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE))) as bucket,
    row_number() over (
      partition by county, cui, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"  WHERE ("territory_budget".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["12 months","1900-01-01","12 months","1900-01-01","14","14","public","public"]

-- budget_per_inhabitant: no report, no people (public)
SELECT
      sum(CASE WHEN ("territory_budget".kind = 'expenditure') THEN "territory_budget".amount END) "budget_per_inhabitant__expenditure", sum("territory_budget".people) "budget_per_inhabitant__inhabitants", CAST(sign(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * sign(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) * ((CAST(abs(sum(CASE WHEN ("territory_budget".kind = 'expenditure' and "territory_budget".siruta is not null) THEN "territory_budget".amount END)) * 200 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END)) AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("territory_budget".reported) THEN "territory_budget".people END), 0)) * 2 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.01 AS DECIMAL(3,2))
 "budget_per_inhabitant__expenditure_per_inhabitant"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"  WHERE ("territory_budget".period_end >= ?::timestamp AND "territory_budget".period_end <= ?::timestamp) AND ("territory_budget".visibility = ?) LIMIT 10000
-- ["14","14","2024-01-01T00:00:00.000","2024-12-31T23:59:59.999","public","2024-01-01T00:00:00.000","2024-12-31T23:59:59.999","public"]

-- budget_per_inhabitant: territories by name (public)
SELECT
      "territory".name_ro "budget_per_inhabitant__territory_name_ro", sum("territory_budget".people) "budget_per_inhabitant__inhabitants"
    FROM
      (with reports as (
  select publication, visibility, county, cui, period_end,
    (1 = 1) as bucket,
    row_number() over (
      partition by county, cui, (1 = 1)
      order by period_end desc, publication desc
    ) as place
  from publications
  where report_type = 'FXB-EXB-900'
    and (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
), dates as (select bucket, max(period_end) as period_end from reports group by bucket), reporting as (
  select distinct r.bucket, e.siruta from reports r join dim.entity e on e.cui = r.cui where e.siruta is not null
) select concat('report:', CAST(r.publication AS VARCHAR), ':', f.kind) as id, 'report' as fact, r.visibility, r.cui,
  coalesce(t.county, r.county) as county, e.siruta, r.period_end, f.kind, f.amount, f.development,
  CAST(null AS INTEGER) as people, false as reported
from reports r join (
  select publication, kind, sum(amount) as amount, sum(case when section = 'D' then amount end) as development
  from facts.execution group by publication, kind
) f on f.publication = r.publication left join dim.entity e on e.cui = r.cui left join dim.territory t on t.siruta = e.siruta where r.place = 1 union all select concat('people:', p.siruta, ':', CAST(d.period_end AS VARCHAR)), 'people', 'public', null, p.county, p.siruta,
  d.period_end, null, null, null, arg_max(p.population, p.year), bool_or(g.siruta is not null)
from dates d join dim.population p on p.year <= year(d.period_end) left join reporting g on g.siruta = p.siruta and g.bucket = d.bucket group by p.siruta, p.county, d.bucket, d.period_end
) AS "territory_budget"
LEFT JOIN dim.territory AS "territory" ON "territory_budget".siruta = "territory".siruta  WHERE ("territory".name_ro ILIKE '%' || ? || '%' ESCAPE '\') AND ("territory_budget".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","ciuc","public"]
