create schema marts;

-- Every line of every publication, with the two numbers that say when it is valid: readers pin one publication number N
-- with valid_from <= N and (valid_until is null or valid_until > N). Names come from dim.functional, dim.economic and the
-- other dimensions (each code of a fact has its row there, unknown codes included); *_name here is the file's own text.
create view marts.execution as
select
  f.line_id,
  f.publication,
  p.publication as valid_from,
  p.superseded_by as valid_until,
  p.superseded_by,
  p.visibility,
  p.submission_id,
  p.version,
  p.published_at,
  p.file_name,
  p.sha256,
  p.demo,
  p.sample,
  f.county,
  f.cui,
  p.report_type,
  f.period_end,
  f.sector,
  f.kind,
  f.functional,
  substr(f.functional, 1, 2) as chapter,
  substr(f.functional, 1, 4) as subchapter,
  f.functional as paragraph,
  f.economic,
  substr(f.economic, 1, 2) as title,
  substr(f.economic, 1, 4) as article,
  f.economic as line,
  f.source,
  f.section,
  f.functional_name,
  f.economic_name,
  f.source_name,
  f.amount,
  f.sheet,
  f.cell,
  f.row_number,
  f.raw_value
from facts.execution f
join publications p on p.publication = f.publication;

-- The period's own amounts as a flow: the lines of a report (sign 1) and, negated, those of the report that stood before
-- it in the year (sign -1), both dated and labelled as the later one. Any grouping adds up to the difference. Pinned like
-- marts.execution. A pair is public only when both of its reports are, since either's figures follow from it.
create view marts.execution_own as
select
  concat(cast(c.publication as varchar), ':', cast(c.valid_from as varchar), ':', cast(f.line_id as varchar)) as own_id,
  f.line_id,
  c.publication,
  c.predecessor,
  f.publication as line_publication,
  1 as sign,
  c.valid_from,
  c.valid_until,
  c.visibility,
  p.submission_id,
  p.version,
  p.published_at,
  p.demo,
  p.sample,
  c.period_start,
  c.months_covered,
  f.county,
  f.cui,
  p.report_type,
  f.period_end,
  f.sector,
  f.kind,
  f.functional,
  substr(f.functional, 1, 2) as chapter,
  substr(f.functional, 1, 4) as subchapter,
  f.functional as paragraph,
  f.economic,
  substr(f.economic, 1, 2) as title,
  substr(f.economic, 1, 4) as article,
  f.economic as line,
  f.source,
  f.section,
  f.amount,
  f.sheet,
  f.cell,
  f.row_number
from publication_pairs c
join publications p on p.publication = c.publication
join facts.execution f on f.publication = c.publication
union all
select
  concat(cast(c.publication as varchar), ':', cast(c.valid_from as varchar), ':', cast(f.line_id as varchar)) as own_id,
  f.line_id,
  c.publication,
  c.predecessor,
  f.publication as line_publication,
  -1 as sign,
  c.valid_from,
  c.valid_until,
  c.visibility,
  p.submission_id,
  p.version,
  p.published_at,
  p.demo,
  p.sample,
  c.period_start,
  c.months_covered,
  f.county,
  f.cui,
  p.report_type,
  p.period_end,
  f.sector,
  f.kind,
  f.functional,
  substr(f.functional, 1, 2) as chapter,
  substr(f.functional, 1, 4) as subchapter,
  f.functional as paragraph,
  f.economic,
  substr(f.economic, 1, 2) as title,
  substr(f.economic, 1, 4) as article,
  f.economic as line,
  f.source,
  f.section,
  cast(-f.amount as decimal(18,2)) as amount,
  f.sheet,
  f.cell,
  f.row_number
from publication_pairs c
join publications p on p.publication = c.publication
join facts.execution f on f.publication = c.predecessor;
