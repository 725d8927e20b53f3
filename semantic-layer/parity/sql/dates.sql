-- budget_execution: inDateRange (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-12-31T00:00:00.000","2026-02-28T23:59:59.999","public","2025-12-31T00:00:00.000","2026-02-28T23:59:59.999","public"]

-- budget_execution: inDateRange, one day (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T00:00:00.000","2026-01-31T23:59:59.999","public","2026-01-31T00:00:00.000","2026-01-31T23:59:59.999","public"]

-- budget_execution: notInDateRange (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end < ?::timestamp OR period_end > ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end < ?::timestamp OR "execution".period_end > ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-12-31T00:00:00.000","2026-02-28T23:59:59.999","public","2025-12-31T00:00:00.000","2026-02-28T23:59:59.999","public"]

-- budget_execution: beforeDate (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end < ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end < ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T00:00:00.000","public","2026-01-31T00:00:00.000","public"]

-- budget_execution: beforeOrOnDate (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T23:59:59.999","public","2026-01-31T23:59:59.999","public"]

-- budget_execution: afterDate (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end > ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end > ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T23:59:59.999","public","2026-01-31T23:59:59.999","public"]

-- budget_execution: afterOrOnDate (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end >= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T00:00:00.000","public","2026-01-31T00:00:00.000","public"]

-- budget_execution: onTheDate (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-12-31T00:00:00.000","2025-12-31T23:59:59.999","public","2025-12-31T00:00:00.000","2025-12-31T23:59:59.999","public"]

-- budget_execution: equals (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end = CAST(? AS TIMESTAMP)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end = CAST(? AS TIMESTAMP)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-03-31T00:00:00.000","public","2026-03-31T00:00:00.000","public"]

-- budget_execution: notEquals (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end <> CAST(? AS TIMESTAMP) OR period_end IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end <> CAST(? AS TIMESTAMP) OR "execution".period_end IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-03-31T00:00:00.000","public","2026-03-31T00:00:00.000","public"]

-- budget_execution: set (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end IS NOT NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end IS NOT NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: notSet (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a phrase as a filter (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-01-01T00:00:00.000","2025-12-31T23:59:59.999","public","2025-01-01T00:00:00.000","2025-12-31T23:59:59.999","public"]

-- budget_execution: before a phrase (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and ((period_end < ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end < ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","public","2026-01-01T00:00:00.000","public"]

-- budget_execution: dates within an or (public)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (((period_end < ?::timestamp) OR (period_end > ?::timestamp)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE (("execution".period_end < ?::timestamp) OR ("execution".period_end > ?::timestamp)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-08-01T00:00:00.000","2026-03-30T23:59:59.999","public","2025-08-01T00:00:00.000","2026-03-30T23:59:59.999","public"]

-- budget_execution: range this year (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-12-31T23:59:59.999","2026-01-01T00:00:00.000","2026-12-31T23:59:59.999"]

-- budget_execution: range last year (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-01-01T00:00:00.000","2025-12-31T23:59:59.999","2025-01-01T00:00:00.000","2025-12-31T23:59:59.999"]

-- budget_execution: range last 2 quarters (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-01T00:00:00.000","2026-06-30T23:59:59.999","2026-01-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution: range last quarter (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-04-01T00:00:00.000","2026-06-30T23:59:59.999","2026-04-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution: range last 4 months (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-03-01T00:00:00.000","2026-06-30T23:59:59.999","2026-03-01T00:00:00.000","2026-06-30T23:59:59.999"]

-- budget_execution: range this month (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-01T00:00:00.000","2026-07-31T23:59:59.999","2026-07-01T00:00:00.000","2026-07-31T23:59:59.999"]

-- budget_execution: range from 8 months ago to now (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-11-15T00:00:00.000","2026-07-15T23:59:59.999","2025-11-15T00:00:00.000","2026-07-15T23:59:59.999"]

-- budget_execution: range from 2025-12-01 to 2026-01-31 (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2025-12-01T00:00:00.000","2026-01-31T23:59:59.999","2025-12-01T00:00:00.000","2026-01-31T23:59:59.999"]

-- budget_execution: range 2026-01-31,2026-02-28 (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-01-31T00:00:00.000","2026-02-28T23:59:59.999","2026-01-31T00:00:00.000","2026-02-28T23:59:59.999"]

-- budget_execution: range 2026-03-31 (county)
SELECT
      "execution".cui "budget_execution__entity_cui", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports"
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
    and (period_end >= ?::timestamp AND period_end <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-03-31T00:00:00.000","2026-03-31T23:59:59.999","2026-03-31T00:00:00.000","2026-03-31T23:59:59.999"]

-- budget_execution: published this month in Bucharest (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-06-30T21:00:00.000Z","2026-07-31T20:59:59.999Z","2026-06-30T21:00:00.000Z","2026-07-31T20:59:59.999Z"]

-- budget_execution: published this month in UTC (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-01T00:00:00.000Z","2026-07-31T23:59:59.999Z","2026-07-01T00:00:00.000Z","2026-07-31T23:59:59.999Z"]

-- budget_execution: published yesterday in New York (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-14T04:00:00.000Z","2026-07-15T03:59:59.999Z","2026-07-14T04:00:00.000Z","2026-07-15T03:59:59.999Z"]

-- budget_execution: published last week in Bucharest (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-05T21:00:00.000Z","2026-07-12T20:59:59.999Z","2026-07-05T21:00:00.000Z","2026-07-12T20:59:59.999Z"]

-- budget_execution: published the last 300 hours (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-03T00:00:00.000Z","2026-07-15T11:59:59.999Z","2026-07-03T00:00:00.000Z","2026-07-15T11:59:59.999Z"]

-- budget_execution: published onTheDate in Bucharest (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp AND published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp AND "execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-07-12T21:00:00.000Z","2026-07-13T20:59:59.999Z","2026-07-12T21:00:00.000Z","2026-07-13T20:59:59.999Z"]

-- budget_execution: published beforeDate with a time (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at < ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at < ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-06-24T20:30:00.000Z","2026-06-24T20:30:00.000Z"]

-- budget_execution: published beforeOrOnDate with a time (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at <= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at <= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-06-24T20:30:00.000Z","2026-06-24T20:30:00.000Z"]

-- budget_execution: published afterOrOnDate with an offset (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at >= ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at >= ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-06-30T21:00:00.000Z","2026-06-30T21:00:00.000Z"]

-- budget_execution: published notInDateRange in Bucharest (county)
SELECT
      "execution".file_name "budget_execution__file_name", count("execution".line_id) "budget_execution__lines"
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
    and (published_at < ?::timestamp OR published_at > ?::timestamp)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".published_at < ?::timestamp OR "execution".published_at > ?::timestamp) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","2026-06-20T21:00:00.000Z","2026-07-01T20:59:59.999Z","2026-06-20T21:00:00.000Z","2026-07-01T20:59:59.999Z"]
