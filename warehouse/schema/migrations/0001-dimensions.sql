-- Dimensions. Classification codes are always text: leading zeros matter, and a sniffer reads 10.01.01 as a date.
create schema dim;

-- Institutions and town halls, written from the transactional store; territory is where a figure belongs on the map.
create table dim.entity (
  cui varchar primary key,
  county varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  kind varchar not null,
  siruta varchar,
  parent_cui varchar,
  demo boolean not null
);

create table dim.territory (
  siruta varchar not null,
  county varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  kind varchar not null
);

-- basis: how people were counted ('registered': by domicile), since the census counts fewer.
create table dim.population (
  siruta varchar not null,
  county varchar not null,
  year integer not null,
  basis varchar not null,
  population integer not null
);

-- The dictionaries as written down, and below them the codes that only files know (known = false, the file's name).
create table dim.functional_code (
  kind varchar not null,
  code varchar not null,
  level integer not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  known boolean not null
);

create table dim.economic_code (
  code varchar not null,
  level integer not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  known boolean not null
);

-- One row per (kind, code of six digits) with its whole branch, so that a fact joins once. A level above which no code
-- stands repeats the nearest: 650000 has the sub-chapter 6500, so that each level adds up to the total. display is dotted
-- and without the budget's suffix, which depends on sector and source (dim.budget_suffix): 65.03.01, 10.01.01.
create table dim.functional (
  kind varchar not null,
  code varchar not null,
  level integer not null,
  display varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  chapter varchar not null,
  chapter_name_ro varchar not null,
  chapter_name_hu varchar not null,
  chapter_name_en varchar not null,
  subchapter varchar not null,
  subchapter_name_ro varchar not null,
  subchapter_name_hu varchar not null,
  subchapter_name_en varchar not null,
  paragraph varchar not null,
  paragraph_name_ro varchar not null,
  paragraph_name_hu varchar not null,
  paragraph_name_en varchar not null,
  known boolean not null
);

create table dim.economic (
  code varchar not null,
  level integer not null,
  display varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  title varchar not null,
  title_name_ro varchar not null,
  title_name_hu varchar not null,
  title_name_en varchar not null,
  article varchar not null,
  article_name_ro varchar not null,
  article_name_hu varchar not null,
  article_name_en varchar not null,
  line varchar not null,
  line_name_ro varchar not null,
  line_name_hu varchar not null,
  line_name_en varchar not null,
  known boolean not null
);

create table dim.source (
  code varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  known boolean not null
);

create table dim.sector (
  code varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null,
  known boolean not null
);

create table dim.section (
  code varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null
);

create table dim.report_type (
  code varchar not null,
  name_ro varchar not null,
  name_hu varchar not null,
  name_en varchar not null
);

-- Suffix between chapter and sub-chapter in the dotted form (65.02.03.01), by sector and funding source.
create table dim.budget_suffix (
  sector varchar not null,
  source varchar not null,
  suffix varchar not null
);

create table dim.date (
  day date not null,
  year integer not null,
  quarter integer not null,
  month integer not null,
  month_start date not null,
  month_end date not null,
  quarter_start date not null,
  quarter_end date not null
);

-- What the dimensions were loaded from: a load is skipped when the hash is the same.
create table dim.loaded (
  name varchar not null,
  sha256 varchar not null,
  loaded_at timestamp not null
);
