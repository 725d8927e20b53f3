-- Tables of sums over facts, one for each year of a rollup and state that it was built for. Never changed once written:
-- a newer one takes its place here, and it goes when nobody reads it any longer. A table that is not listed is waste.
create schema rollups;

-- publication: the highest number when the table was built; it is right for every number since and before, as far as no
-- publication between them is of its year. definition_hash: of the SQL that filled it. bytes: before compression.
create table rollup_partitions (
  rollup varchar not null,
  partition varchar not null,
  definition_hash varchar not null,
  publication bigint not null,
  table_name varchar not null,
  row_count bigint not null,
  bytes bigint not null,
  built_at timestamp not null
);
