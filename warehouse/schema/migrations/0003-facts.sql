create schema facts;

-- Insert-only. Amounts as in the file: cumulative since 1 January, in lei. line_id = publication * 1,000,000 + ordinal;
-- no index: publications are unique, and a unique index over all lines costs memory at every append.
create table facts.execution (
  line_id bigint not null,
  publication bigint not null,
  county varchar not null,
  cui varchar not null,
  period_end date not null,
  sector varchar not null,
  kind varchar not null,
  functional varchar not null,
  economic varchar,
  source varchar not null,
  section varchar,
  functional_name varchar,
  economic_name varchar,
  source_name varchar,
  amount decimal(18,2) not null,
  sheet varchar not null,
  cell varchar not null,
  row_number integer not null,
  raw_value varchar not null
);
