-- budget_execution: last by a date (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".period_end <= ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","2026-02-28T23:59:59.999","public","2026-02-28T23:59:59.999","public"]

-- budget_execution: last by a version (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((version = CAST(? AS BIGINT)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".version = CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","1","public","1","public"]

-- budget_execution: last by a publication (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((publication <= CAST(? AS BIGINT)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".publication <= CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","7","public","7","public"]

-- budget_execution: last by a time of publication (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((published_at < ?::timestamp) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".published_at < ?::timestamp) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","2026-06-27T00:00:00.000Z","public","2026-06-27T00:00:00.000Z","public"]

-- budget_execution: last by a file (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","martie","public","martie","public"]

-- budget_execution: last by a digest (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((sha256 <> ? OR sha256 IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".sha256 <> ? OR "execution".sha256 IS NULL) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","0000000000000000000000000000000000000000000000000000000000000006","public","0000000000000000000000000000000000000000000000000000000000000006","public"]

-- budget_execution: last by a type (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((report_type = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".report_type = ?) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","FXB-EXB-901","public","FXB-EXB-901","public"]

-- budget_execution: last by an institution or a date (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and (((cui = ?) OR (period_end < ?::timestamp)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND (("execution".cui = ?) OR ("execution".period_end < ?::timestamp)) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","4245070","2026-01-01T00:00:00.000","public","4245070","2026-01-01T00:00:00.000","public"]

-- budget_execution: last by two versions of an or (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".report_type "budget_execution__report_type", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and (((version = CAST(? AS BIGINT)) OR (publication = CAST(? AS BIGINT))) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND (("execution".version = CAST(? AS BIGINT)) OR ("execution".publication = CAST(? AS BIGINT))) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","2","3","public","2","3","public"]

-- budget_execution: everything (public)
SELECT
      sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: last by a submission, which is not for the public (school)
SELECT
      "execution".cui "budget_execution__entity_cui", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((submission_id IN (?, ?)) AND ((visibility = ?) OR (cui = ?)))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".submission_id IN (?, ?)) AND (("execution".visibility = ?) OR ("execution".cui = ?)) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","submission-3","submission-7","public","4245062","submission-3","submission-7","public","4245062"]

-- budget_execution: what a school sees (school)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".period_end "budget_execution__period_end", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((visibility = ?) OR (cui = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND (("execution".visibility = ?) OR ("execution".cui = ?)) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["1 days","1900-01-01","14","14","public","4245062","public","4245062"]

-- budget_execution: what the county sees (county)
SELECT
      "execution".cui "budget_execution__entity_cui", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and (1 = 1)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14"]

-- budget_execution: the last that one sees, not the last (public)
SELECT
      sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((cui = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".is_last) AND ("execution".cui = ?) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","4245070","public","4245070","public"]

-- budget_execution: lines beside last reports (public)
SELECT
      "execution".economic "budget_execution__economic_code", count("execution".line_id) "budget_execution__lines", count(distinct "execution".publication) "budget_execution__reports", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a range without reports (public)
SELECT
      sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".is_last) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","2024-01-01T00:00:00.000","2024-12-31T23:59:59.999","public","2024-01-01T00:00:00.000","2024-12-31T23:59:59.999","public"]

-- budget_execution: a condition on lines leaves the last reports as they are (public)
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
) AS "execution"  WHERE ("execution".is_last) AND (substr("execution".functional, 1, 2) = ?) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["12 months","1900-01-01","14","14","public","84","public"]

-- budget_execution: lines of an own internal report (school)
SELECT
      "execution".cell "budget_execution__cell", "execution".raw_value "budget_execution__raw_value", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (cui = ?) AND ((visibility = ?) OR (cui = ?)))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".is_last) AND ("execution".cui = ?) AND (("execution".visibility = ?) OR ("execution".cui = ?)) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","2026-01-31T00:00:00.000","2026-01-31T23:59:59.999","4245062","public","4245062","2026-01-31T00:00:00.000","2026-01-31T23:59:59.999","4245062","public","4245062"]

-- budget_execution: a correction takes the place of what it corrects (public)
SELECT
      "execution".version "budget_execution__version", DATE_TRUNC('month', "execution".period_end::timestamp) "budget_execution__period_end_month", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
    and ((period_end >= ?::timestamp AND period_end <= ?::timestamp) AND (cui = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".period_end >= ?::timestamp AND "execution".period_end <= ?::timestamp) AND ("execution".is_last) AND ("execution".cui = ?) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["1 months","1900-01-01","14","14","2026-02-01T00:00:00.000","2026-02-28T23:59:59.999","4245747","public","2026-02-01T00:00:00.000","2026-02-28T23:59:59.999","4245747","public"]
