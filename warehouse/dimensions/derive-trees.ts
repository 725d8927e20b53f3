import type { Transaction } from '../engine/engine.ts'

const DOTTED = `concat(
    substr(c.code, 1, 2),
    case when c.level >= 2 then concat('.', substr(c.code, 3, 2)) else '' end,
    case when c.level >= 3 then concat('.', substr(c.code, 5, 2)) else '' end)`

const named = (parent: string, digits: number): string =>
  ['ro', 'hu', 'en']
    .map(language => `coalesce(${parent}.name_${language}, substr(c.code, 1, ${digits}))`)
    .join(', ')

/** Writes dim.functional and dim.economic anew from the codes. A parent that no dictionary and no file names is shown by
 * its digits. About 5 ms, needed only when a code was added. */
export const deriveTrees = (transaction: Transaction): Promise<void> =>
  transaction.execute(`
delete from dim.functional;
insert into dim.functional
select
  c.kind, c.code, c.level, ${DOTTED}, c.name_ro, c.name_hu, c.name_en,
  substr(c.code, 1, 2),
  ${named('one', 2)},
  substr(c.code, 1, 4),
  ${named('two', 4)},
  c.code, c.name_ro, c.name_hu, c.name_en,
  c.known
from dim.functional_code c
left join dim.functional_code one on one.kind = c.kind and one.code = concat(substr(c.code, 1, 2), '0000')
left join dim.functional_code two on two.kind = c.kind and two.code = concat(substr(c.code, 1, 4), '00');
delete from dim.economic;
insert into dim.economic
select
  c.code, c.level, ${DOTTED}, c.name_ro, c.name_hu, c.name_en,
  substr(c.code, 1, 2),
  ${named('one', 2)},
  substr(c.code, 1, 4),
  ${named('two', 4)},
  c.code, c.name_ro, c.name_hu, c.name_en,
  c.known
from dim.economic_code c
left join dim.economic_code one on one.code = concat(substr(c.code, 1, 2), '0000')
left join dim.economic_code two on two.code = concat(substr(c.code, 1, 4), '00')`)
