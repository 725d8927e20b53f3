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
    and ((file_name = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","city-q1.csv","public","city-q1.csv","public"]

-- budget_execution: equals, several (public)
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
    and ((file_name IN (?, ?)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name IN (?, ?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","city-q1.csv","brut.xlsx","public","city-q1.csv","brut.xlsx","public"]

-- budget_execution: equals with quotes (public)
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
    and ((file_name = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","O'Neil \"ian\".xlsx","public","O'Neil \"ian\".xlsx","public"]

-- budget_execution: equals is of the case (public)
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
    and ((file_name = ?) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","martie.xlsx","public","martie.xlsx","public"]

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
    and ((file_name <> ? OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name <> ? OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","brut.xlsx","public","brut.xlsx","public"]

-- budget_execution: notEquals, several (public)
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
    and ((file_name NOT IN (?, ?) OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name NOT IN (?, ?) OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","brut.xlsx","Martie.XLSX","public","brut.xlsx","Martie.XLSX","public"]

-- budget_execution: notEquals keeps nulls (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".section <> ? OR "execution".section IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","F","public"]

-- budget_execution: equals null (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".section IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: equals null or a value (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".section IN (?) OR "execution".section IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","D","public"]

-- budget_execution: notEquals null (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".section IS NOT NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: notEquals null and a value (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".section NOT IN (?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","F","public"]

-- budget_execution: in (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".source IN (?, ?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","A","B","public"]

-- budget_execution: notIn (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".source NOT IN (?) OR "execution".source IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","A","public"]

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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".economic IS NOT NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".economic IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: contains in any case (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","MARTIE","public","MARTIE","public"]

-- budget_execution: contains a percent sign (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","100\\%","public","100\\%","public"]

-- budget_execution: contains an underscore (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","\\_v","public","\\_v","public"]

-- budget_execution: contains a backslash (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","\\\\2","public","\\\\2","public"]

-- budget_execution: contains one of (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\' OR file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\' OR "execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","city","brut","public","city","brut","public"]

-- budget_execution: contains a letter with a comma (public)
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
    and ((file_name ILIKE '%' || ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","ȘCOAL","public","ȘCOAL","public"]

-- budget_execution: notContains (public)
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
    and ((file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","city","public","city","public"]

-- budget_execution: notContains, several (public)
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
    and ((file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' AND file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' AND "execution".file_name NOT ILIKE '%' || ? || '%' ESCAPE '\' OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","city","vara","public","city","vara","public"]

-- budget_execution: notContains keeps nulls (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".economic NOT ILIKE '%' || ? || '%' ESCAPE '\' OR "execution".economic IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","01","public"]

-- budget_execution: startsWith (public)
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
    and ((file_name ILIKE ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","raport 100","public","raport 100","public"]

-- budget_execution: startsWith a literal pattern (public)
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
    and ((file_name ILIKE ? || '%' ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","raport 100\\%","public","raport 100\\%","public"]

-- budget_execution: notStartsWith (public)
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
    and ((file_name NOT ILIKE ? || '%' ESCAPE '\' OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name NOT ILIKE ? || '%' ESCAPE '\' OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","raport","public","raport","public"]

-- budget_execution: endsWith in any case (public)
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
    and ((file_name ILIKE '%' || ? ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14",".xlsx","public",".xlsx","public"]

-- budget_execution: endsWith, several (public)
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
    and ((file_name ILIKE '%' || ? ESCAPE '\' OR file_name ILIKE '%' || ? ESCAPE '\') AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name ILIKE '%' || ? ESCAPE '\' OR "execution".file_name ILIKE '%' || ? ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14",".csv",".ods","public",".csv",".ods","public"]

-- budget_execution: notEndsWith (public)
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
    and ((file_name NOT ILIKE '%' || ? ESCAPE '\' OR file_name IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".file_name NOT ILIKE '%' || ? ESCAPE '\' OR "execution".file_name IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14",".csv","public",".csv","public"]

-- budget_execution: a number: equals (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number = CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","12","public"]

-- budget_execution: a number: equals, several (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number IN (CAST(? AS BIGINT), CAST(? AS BIGINT))) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","12","14","public"]

-- budget_execution: a number: notEquals (public)
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
    and ((version <> CAST(? AS BIGINT) OR version IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".version <> CAST(? AS BIGINT) OR "execution".version IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","1","public","1","public"]

-- budget_execution: a number: notIn (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number NOT IN (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT)) OR "execution".row_number IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","10","11","12","public"]

-- budget_execution: a number: gt (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number > CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","15","public"]

-- budget_execution: a number: gte (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number >= CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","15","public"]

-- budget_execution: a number: lt (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number < CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","12","public"]

-- budget_execution: a number: lte (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".row_number <= CAST(? AS BIGINT)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","12","public"]

-- budget_execution: a number: set (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".line_id IS NOT NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a boolean: equals (public)
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
    and ((sample = CAST(? AS BOOLEAN)) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".sample = CAST(? AS BOOLEAN)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","false","public","false","public"]

-- budget_execution: a boolean: notEquals (public)
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
    and ((sample <> CAST(? AS BOOLEAN) OR sample IS NULL) AND (visibility = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".sample <> CAST(? AS BOOLEAN) OR "execution".sample IS NULL) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","false","public","false","public"]

-- budget_execution: an or (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE (("execution".source = ?) OR ("execution".section = ?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","E","D","public"]

-- budget_execution: an and within an or (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE (("execution".source = ?) OR (("execution".section = ?) AND ("execution".kind = ?))) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","E","D","revenue","public"]

-- budget_execution: an or within an and (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ("execution".kind = ?) AND ((substr("execution".functional, 1, 2) = ?) OR (substr("execution".functional, 1, 2) = ?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","expenditure","51","84","public"]

-- budget_execution: four deep (public)
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
    and (visibility = ?)
) p join facts.execution f on f.publication = p.publication
) AS "execution"  WHERE ((("execution".source = ?) AND ((("execution".section = ?) AND ("execution".kind = ?)) OR (substr("execution".economic, 1, 2) = ?))) OR ("execution".source = ?)) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","A","D","revenue","85","E","public"]

-- budget_execution: a measure: gt (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) > CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","1000"]

-- budget_execution: a measure: gte, exact to the ban (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) >= CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","601.25"]

-- budget_execution: a measure: lt (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) < CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","601.25"]

-- budget_execution: a measure: lte (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) <= CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","601.25"]

-- budget_execution: a measure: equals (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) = CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","601.25"]

-- budget_execution: a measure: notEquals keeps nulls (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) <> CAST(? AS DECIMAL(38,6)) OR sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) IS NULL) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","601.25"]

-- budget_execution: a measure: set (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) IS NOT NULL) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a measure: notSet (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) IS NULL) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a measure: several (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) > CAST(? AS DECIMAL(38,6))) AND (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) < CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","10","500"]

-- budget_execution: a measure: an or (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING ((sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) < CAST(? AS DECIMAL(38,6))) OR (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) > CAST(? AS DECIMAL(38,6)))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","50","1000"]

-- budget_execution: a measure: beside one on lines (public)
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".source = ?) AND ("execution".visibility = ?) GROUP BY 1 HAVING (sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) > CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","A","public","50"]

-- budget_execution: a measure that is not asked for (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter"
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
) AS "execution"  WHERE ("execution".visibility = ?) GROUP BY 1 HAVING (count("execution".line_id) > CAST(? AS DECIMAL(38,6))) ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public","20"]

-- budget_execution: a segment (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue"
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
) AS "execution"  WHERE (not ("execution".kind = 'revenue' and "execution".functional in ('370300', '370400'))) AND ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a segment and its effect on sections (public)
SELECT
      "execution".section "budget_execution__section", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue"
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
) AS "execution"  WHERE (not ("execution".kind = 'revenue' and "execution".functional in ('370300', '370400'))) AND ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","revenue","public"]

-- budget_execution: the segment by Transparenta's rule (public)
SELECT
      sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) "budget_execution__revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE (coalesce(substr("execution".economic, 1, 4), '') not in ('5101', '5102') and not ("execution".kind = 'revenue' and "execution".functional in ('360500', '370300', '370400', '470400'))
) AND ("execution".is_last) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: both segments (public)
SELECT
      "execution".kind "budget_execution__kind", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
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
) AS "execution"  WHERE (coalesce(substr("execution".economic, 1, 4), '') not in ('5101', '5102') and not ("execution".kind = 'revenue' and "execution".functional in ('360500', '370300', '370400', '470400'))
) AND (not ("execution".kind = 'revenue' and "execution".functional in ('370300', '370400'))) AND ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]
