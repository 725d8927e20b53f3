-- budget_execution: by a measure, falling (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","expenditure","public"]

-- budget_execution: by a measure, rising (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 ASC LIMIT 10000
-- ["14","14","public","expenditure","public"]

-- budget_execution: by a dimension (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 DESC LIMIT 10000
-- ["14","14","public","expenditure","public"]

-- budget_execution: by two (public)
SELECT
      "execution".cui "budget_execution__entity_cui", "execution".kind "budget_execution__kind", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"  WHERE ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 2 DESC, 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: nulls last, rising (public)
SELECT
      "execution".section "budget_execution__section", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"  WHERE ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: nulls last, falling (public)
SELECT
      "execution".economic "budget_execution__economic_code", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"  WHERE ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: by time (public)
SELECT
      DATE_TRUNC('month', "execution".period_end::timestamp) "budget_execution__period_end_month", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 1 DESC LIMIT 10000
-- ["1 months","1900-01-01","14","14","public","public"]

-- budget_execution: a limit (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 2
-- ["14","14","public","expenditure","public"]

-- budget_execution: an offset (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 2 OFFSET 1
-- ["14","14","public","expenditure","public"]

-- budget_execution: past the end (public)
SELECT
      "execution".functional "budget_execution__functional_code", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000 OFFSET 100
-- ["14","14","public","expenditure","public"]
