-- budget_execution: names of institutions in two languages (public)
SELECT
      "entity".name_ro "budget_execution__entity_name_ro", "entity".name_hu "budget_execution__entity_name_hu", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: territory, two joins away (public)
SELECT
      "territory".siruta "budget_execution__siruta", "territory".name_hu "budget_execution__territory_name_hu", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui
LEFT JOIN dim.territory AS "territory" ON "entity".siruta = "territory".siruta  WHERE ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: a condition two joins away (public)
SELECT
      "entity".kind "budget_execution__entity_kind", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui
LEFT JOIN dim.territory AS "territory" ON "entity".siruta = "territory".siruta  WHERE ("territory".name_ro ILIKE '%' || ? || '%' ESCAPE '\') AND ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","Ciuc","public"]

-- budget_execution: a boolean of the institution (public)
SELECT
      "entity".demo "budget_execution__entity_demo", count(distinct "execution".publication) "budget_execution__reports"
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
) AS "execution"
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui  WHERE ("execution".visibility = ?) GROUP BY 1 ORDER BY 2 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: names of the classification, by kind and code (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", "functional".chapter_name_en "budget_execution__chapter_name_en", "functional".display "budget_execution__functional_display", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
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
) AS "execution"
LEFT JOIN dim.functional AS "functional" ON "execution".kind = "functional".kind and "execution".functional = "functional".code  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: economic names, null for revenue (public)
SELECT
      substr("execution".economic, 1, 2) "budget_execution__economic_title", "economic".title_name_ro "budget_execution__economic_title_name_ro", sum(CASE WHEN ("execution".is_last) THEN "execution".amount END) "budget_execution__amount"
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
) AS "execution"
LEFT JOIN dim.economic AS "economic" ON "execution".economic = "economic".code  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: sources and sections, null too (public)
SELECT
      "funding_source".name_hu "budget_execution__source_name_hu", "budget_section".name_ro "budget_execution__section_name_ro", count("execution".line_id) "budget_execution__lines"
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
) AS "execution"
LEFT JOIN dim.source AS "funding_source" ON "execution".source = "funding_source".code
LEFT JOIN dim.section AS "budget_section" ON "execution".section = "budget_section".code  WHERE ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: pairs joined through lines that are not asked for (public)
SELECT
      "funding_source".name_en "budget_execution__source_name_en", "entity".name_en "budget_execution__entity_name_en"
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
) AS "execution"
LEFT JOIN dim.source AS "funding_source" ON "execution".source = "funding_source".code
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui  WHERE ("execution".visibility = ?) GROUP BY 1, 2 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","public"]

-- budget_execution: pairs that a school sees (school)
SELECT
      "economic".display "budget_execution__economic_display", "entity".name_ro "budget_execution__entity_name_ro"
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
    and ((visibility = ?) OR (cui = ?))
) p join facts.execution f on f.publication = p.publication
) AS "execution"
LEFT JOIN dim.economic AS "economic" ON "execution".economic = "economic".code
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui  WHERE (("execution".visibility = ?) OR ("execution".cui = ?)) GROUP BY 1, 2 ORDER BY 1 ASC LIMIT 10000
-- ["14","14","public","4245062","public","4245062"]

-- budget_execution_both: a prefix: entity and territory (public)
SELECT
      "entity".name_ro "budget_execution_both__entity_name_ro", "entity".kind "budget_execution_both__entity_kind", "territory".name_ro "budget_execution_both__territory_name_ro", sum(CASE WHEN ("execution_both".is_last and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__expenditure"
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
) AS "execution_both"
LEFT JOIN dim.entity AS "entity" ON "execution_both".cui = "entity".cui
LEFT JOIN dim.territory AS "territory" ON "entity".siruta = "territory".siruta  WHERE ("execution_both".is_last) AND ("execution_both".visibility = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 10000
-- ["14","14","public","14","14","public","public"]

-- budget_execution_both: a prefix: the classification (public)
SELECT
      "functional".display "budget_execution_both__functional_display", "functional".chapter_name_hu "budget_execution_both__functional_chapter_name_hu", sum(CASE WHEN ("execution_both".flow = 'own' and "execution_both".kind = 'expenditure') THEN "execution_both".amount END) "budget_execution_both__own_period_expenditure"
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
) AS "execution_both"
LEFT JOIN dim.functional AS "functional" ON "execution_both".kind = "functional".kind and "execution_both".functional = "functional".code  WHERE ("execution_both".kind = ?) AND ("execution_both".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","public","14","14","public","expenditure","public"]

-- budget_execution_own: the same joins from own amounts (public)
SELECT
      "entity".name_ro "budget_execution_own__entity_name_ro", "funding_source".name_ro "budget_execution_own__source_name_ro", sum(CASE WHEN ("execution_own".kind = 'revenue') THEN "execution_own".amount END) "budget_execution_own__revenue"
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
      and ((p.cui <> ? OR p.cui IS NULL) AND (c.visibility = ?))
  ) t
  cross join (values (1), (-1)) as signs(sign)
) s join facts.execution f on f.publication = s.line_publication
) AS "execution_own"
LEFT JOIN dim.entity AS "entity" ON "execution_own".cui = "entity".cui
LEFT JOIN dim.source AS "funding_source" ON "execution_own".source = "funding_source".code  WHERE ("execution_own".cui <> ? OR "execution_own".cui IS NULL) AND ("execution_own".visibility = ?) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10000
-- ["14","14","4245070","public","4245070","public"]

-- budget_execution: down the hierarchy functional_classification (public)
SELECT
      substr("execution".functional, 1, 2) "budget_execution__chapter", substr("execution".functional, 1, 4) "budget_execution__subchapter", "execution".functional "budget_execution__paragraph", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 10000
-- ["14","14","public","expenditure","public"]

-- budget_execution: down the hierarchy economic_classification (public)
SELECT
      substr("execution".economic, 1, 2) "budget_execution__economic_title", substr("execution".economic, 1, 4) "budget_execution__economic_article", "execution".economic "budget_execution__economic_line", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"  WHERE ("execution".is_last) AND ("execution".kind = ?) AND ("execution".visibility = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 10000
-- ["14","14","public","expenditure","public"]

-- budget_execution: down the hierarchy of territory (public)
SELECT
      "execution".county "budget_execution__county", "territory".siruta "budget_execution__siruta", "execution".cui "budget_execution__entity_cui", sum(CASE WHEN ("execution".is_last and "execution".kind = 'expenditure') THEN "execution".amount END) "budget_execution__expenditure"
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
) AS "execution"
LEFT JOIN dim.entity AS "entity" ON "execution".cui = "entity".cui
LEFT JOIN dim.territory AS "territory" ON "entity".siruta = "territory".siruta  WHERE ("execution".is_last) AND ("execution".visibility = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 10000
-- ["14","14","public","public"]
