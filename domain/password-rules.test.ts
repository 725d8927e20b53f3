import { expect, it } from 'vitest'
import { passwordFault } from './password-rules.ts'

const ana = { email: 'ana.popescu@primarie.ro', name: 'Ana Popescu' }

it.each([
  ['scurt', 'too_short'],
  ['ăîșțăîșțâ', 'too_short'],
  ['x'.repeat(257), 'too_long'],
  ['ana.popescu@primarie.ro', 'like_account'],
  ['Popescu-Ana-1', 'like_account'],
  ['Popescu12345', 'like_account'],
  ['aaaaaaaaaaaa', 'too_common'],
  ['Password123', 'too_common'],
  ['P@$$word1234', 'too_common'],
  ['Parola12345!', 'too_common'],
  ['Jelszó1234', 'too_common'],
  ['abcdefghijkl', 'too_common'],
  ['qwertyuiop12', 'too_common'],
])('%s is refused: %s', (password, fault) => expect(passwordFault(password, ana)).toBe(fault))

it.each([
  'correct horse battery',
  'trei vrăbii pe gard',
  'öt szép szűz leány',
  'a-demo-password',
  'Popescu are 7 pisici',
])('%s will do', password => expect(passwordFault(password, ana)).toBeNull())
