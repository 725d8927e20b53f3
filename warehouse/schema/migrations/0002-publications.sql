-- Validity lives here, not in the facts. A publication is valid at number N when
--   publication <= N and (superseded_by is null or superseded_by > N).
create table publications (
  publication bigint primary key,
  event_id varchar not null unique,
  submission_id varchar not null,
  county varchar not null,
  cui varchar not null,
  report_type varchar not null,
  visibility varchar not null,
  period_end date not null,
  version integer not null,
  published_at timestamp not null,
  superseded_by bigint,
  lines integer not null,
  revenue decimal(18,2) not null,
  expenditure decimal(18,2) not null,
  file_name varchar not null,
  sha256 varchar not null,
  demo boolean not null,
  sample boolean not null
);

-- Which report of the same year stood before a publication, and since when: the own amount of a period is the
-- publication minus that one. Both ends of a pair are valid at N when valid_from <= N and (valid_until is null or
-- valid_until > N); a correction closes a pair and opens another.
create table publication_pairs (
  publication bigint not null,
  predecessor bigint,
  visibility varchar not null,
  period_start date not null,
  months_covered integer not null,
  valid_from bigint not null,
  valid_until bigint
);
