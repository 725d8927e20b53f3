-- budget_execution: balance by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance"
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

-- budget_execution: balance by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: development_expenditure by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END) "budget_execution__development_expenditure"
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

-- budget_execution: development_expenditure by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END) "budget_execution__development_expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: own_revenue by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END) "budget_execution__own_revenue"
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

-- budget_execution: own_revenue by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END) "budget_execution__own_revenue"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: net_revenue by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END) "budget_execution__net_revenue"
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

-- budget_execution: net_revenue by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END) "budget_execution__net_revenue"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: staff_expenditure by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END) "budget_execution__staff_expenditure"
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

-- budget_execution: staff_expenditure by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END) "budget_execution__staff_expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: net_expenditure by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END) "budget_execution__net_expenditure"
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

-- budget_execution: net_expenditure by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END) "budget_execution__net_expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: development_share by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__development_share"
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

-- budget_execution: development_share by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__development_share"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: own_financing by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__own_financing"
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

-- budget_execution: own_financing by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__own_financing"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: rigidity by institution and half-year (public)
SELECT
      "execution".cui "budget_execution__entity_cui", time_bucket(interval '6 months', "execution".period_end::timestamp, '2000-01-01T00:00:00.000'::timestamp) "budget_execution__period_end_half_year", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__rigidity"
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

-- budget_execution: rigidity by chapter, where a side may be missing (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__rigidity"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: all together (public)
SELECT
      coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END) "budget_execution__development_expenditure", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END) "budget_execution__own_revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END) "budget_execution__net_revenue", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END) "budget_execution__staff_expenditure", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END) "budget_execution__net_expenditure", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__development_share", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__own_financing", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__rigidity"
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

-- budget_execution: nothing to divide by (public)
SELECT
      CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__development_share", coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","public","revenue","public"]

-- budget_execution: a denominator that comes to nothing (public)
SELECT
      CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and (substr("execution".functional, 1, 2) between '01' and '18' and substr("execution".functional, 1, 2) <> '11' or substr("execution".functional, 1, 2) between '30' and '36' or substr("execution".functional, 1, 2) = '39')) THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__own_financing", sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue' and "execution".functional not in ('370300', '370400') and substr("execution".functional, 1, 2) not in ('40', '41', '47')) THEN "execution".amount END) "budget_execution__net_revenue"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".functional IN (?, ?)) AND ("execution".visibility = ?) LIMIT 10000
-- ["14","14","public","370300","370400","public"]

-- budget_execution: conditions on a ratio and a balance (public)
SELECT
      "execution".cui "budget_execution__entity_cui", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__development_share", coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 HAVING (CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and "execution".section = 'D') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 > CAST(? AS DECIMAL(38,6))) AND (coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) > CAST(? AS DECIMAL(38,6))) ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public","0.1","0"]

-- budget_execution: in the order of a ratio (public)
SELECT
      "execution".cui "budget_execution__entity_cui", CAST(sign(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * sign(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * ((CAST(abs(coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and substr("execution".economic, 1, 2) = '10') THEN "execution".amount END), 0)) * 200000000 AS HUGEINT) + CAST(abs(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END)) * 100 AS HUGEINT)) // CAST(abs(nullif(sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure' and coalesce(substr("execution".economic, 1, 2), '') <> '85') THEN "execution".amount END), 0)) * 200 AS HUGEINT)) AS DECIMAL(30,0)) * CAST(0.000001 AS DECIMAL(7,6))
 "budget_execution__rigidity"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a balance without the transfers between sections (public)
SELECT
      "execution".section "budget_execution__section", coalesce(sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END) - sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END), sum(CASE WHEN ("execution".is_last and "execution".kind = 'revenue') THEN "execution".amount END), -sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END)) "budget_execution__balance"
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

-- budget_execution_own: the periods' own balance (public)
SELECT
      DATE_TRUNC('month', "execution_own".period_end::timestamp) "budget_execution_own__period_end_month", coalesce(sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END) - sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END), sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END), -sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END)) "budget_execution_own__balance"
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

-- budget_execution_own: the periods' own balance by institution, for the county (county)
SELECT
      "execution_own".cui "budget_execution_own__entity_cui", DATE_TRUNC('year', "execution_own".period_end::timestamp) "budget_execution_own__period_end_year", coalesce(sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END) - sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END), sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END), -sum(CASE WHEN ("execution_own".kind = 'expenditure') THEN "execution_own".amount END)) "budget_execution_own__balance", max("execution_own".months_covered) "budget_execution_own__months_covered"
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
      and (1 = 1)
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"  GROUP BY 1, 2 ORDER BY 2 ASC LIMIT 10000
-- ["14","14"]
