-- budget_execution: cumulative by day (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('day', "execution".period_end::timestamp) "budget_execution__period_end_day", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["1 days","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by day within a range (county)
SELECT
      DATE_TRUNC('day', "execution".period_end::timestamp) "budget_execution__period_end_day", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["1 days","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by day (public)
SELECT
      DATE_TRUNC('day', "execution_own".period_end::timestamp) "budget_execution_own__period_end_day", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by week (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('week', "execution".period_end::timestamp) "budget_execution__period_end_week", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["7 days","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by week within a range (county)
SELECT
      DATE_TRUNC('week', "execution".period_end::timestamp) "budget_execution__period_end_week", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["7 days","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by week (public)
SELECT
      DATE_TRUNC('week', "execution_own".period_end::timestamp) "budget_execution_own__period_end_week", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by month (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('month', "execution".period_end::timestamp) "budget_execution__period_end_month", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["1 months","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by month within a range (county)
SELECT
      DATE_TRUNC('month', "execution".period_end::timestamp) "budget_execution__period_end_month", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["1 months","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by month (public)
SELECT
      DATE_TRUNC('month', "execution_own".period_end::timestamp) "budget_execution_own__period_end_month", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by quarter (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('quarter', "execution".period_end::timestamp) "budget_execution__period_end_quarter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["3 months","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by quarter within a range (county)
SELECT
      DATE_TRUNC('quarter', "execution".period_end::timestamp) "budget_execution__period_end_quarter", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["3 months","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by quarter (public)
SELECT
      DATE_TRUNC('quarter', "execution_own".period_end::timestamp) "budget_execution_own__period_end_quarter", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('year', "execution".period_end::timestamp) "budget_execution__period_end_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["12 months","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by year within a range (county)
SELECT
      DATE_TRUNC('year', "execution".period_end::timestamp) "budget_execution__period_end_year", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["12 months","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by year (public)
SELECT
      DATE_TRUNC('year', "execution_own".period_end::timestamp) "budget_execution_own__period_end_year", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by half_year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["6 months","1900-01-01","14","14","public","public"]

-- budget_execution: lines and last reports by half_year within a range (county)
SELECT
      time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["6 months","1900-01-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by half_year (public)
SELECT
      time_bucket(interval '6 months', "execution_own".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution_own__period_end_half_year", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: cumulative by school_year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", DATE_TRUNC('year', "execution".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution__period_end_school_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["12 months","1900-09-01","14","14","public","public"]

-- budget_execution: lines and last reports by school_year within a range (county)
SELECT
      DATE_TRUNC('year', "execution".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution__period_end_school_year", count("execution".line_id) "budget_execution__lines", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["12 months","1900-09-01","14","14","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999","2025-09-01T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution_own: own amounts by school_year (public)
SELECT
      DATE_TRUNC('year', "execution_own".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution_own__period_end_school_year", sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END) "budget_execution_own__expenditure"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: the short form among dimensions (public)
SELECT
      time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["6 months","1900-01-01","14","14","public","public"]

-- budget_execution: two that fit: months within school years (public)
SELECT
      DATE_TRUNC('month', "execution".period_end::timestamp) "budget_execution__period_end_month", DATE_TRUNC('year', "execution".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution__period_end_school_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 1 ASC LIMIT 10000
-- ["1 months","1900-01-01","14","14","public","public"]

-- budget_execution: two that fit: quarters within half-years (public)
SELECT
      DATE_TRUNC('quarter', "execution".period_end::timestamp) "budget_execution__period_end_quarter", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((1 = 1) AND (1 = 1) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["3 months","1900-01-01","14","14","public","public"]

-- budget_execution: each date by itself (public)
SELECT
      "execution".period_end "budget_execution__period_end", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (time_bucket(CAST(? AS INTERVAL), period_end, CAST(? AS DATE)))
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["1 days","1900-01-01","14","14","public","public"]

-- budget_execution_own: own amounts by two that do not fit (public)
SELECT
      DATE_TRUNC('year', "execution_own".period_end::timestamp) "budget_execution_own__period_end_year", DATE_TRUNC('year', "execution_own".period_end::timestamp + interval '1 millisecond' - interval '8 months' - interval '1 millisecond') + interval '8 months' "budget_execution_own__period_end_school_year", sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END) "budget_execution_own__revenue"
    FROM
      (select f.line_id, s.county, f.cui, f.sector, f.kind, f.functional, f.economic, f.source, f.section, f.sheet, f.cell, f.raw_value,
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
      and ((1 = 1) AND (1 = 1) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  WHERE ("execution_own".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: days of publication in Bucharest (public)
SELECT
      DATE_TRUNC('day', timezone('Europe/Bucharest', "execution".published_at::timestamptz)) "budget_execution__published_at_day", count(distinct "execution".publication) "budget_execution__reports"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((published_at >= ?::timestamp AND published_at <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-06-19T21:00:00.000Z","2026-07-20T20:59:59.999Z","public","2026-06-19T21:00:00.000Z","2026-07-20T20:59:59.999Z","public"]

-- budget_execution: hours of publication in New York (public)
SELECT
      DATE_TRUNC('hour', timezone('America/New_York', "execution".published_at::timestamptz)) "budget_execution__published_at_hour", count(distinct "execution".publication) "budget_execution__reports"
    FROM
      (select f.*, p.visibility, p.report_type, p.submission_id, p.version, p.published_at, p.file_name, p.sha256, p.sample, p.is_last from (
  select publication, visibility, report_type, submission_id, version, published_at, file_name, sha256, sample,
    row_number() over (
      partition by county, cui, report_type, (1 = 1)
      order by period_end desc, publication desc
    ) = 1 as is_last
  from publications
  where (publication <= CAST(? AS BIGINT) and (superseded_by is null or superseded_by > CAST(? AS BIGINT)))
    and (superseded_by is null or not (1 = 0))
    and ((published_at >= ?::timestamp AND published_at <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","2026-06-20T04:00:00.000Z","2026-07-21T03:59:59.999Z","public","2026-06-20T04:00:00.000Z","2026-07-21T03:59:59.999Z","public"]
