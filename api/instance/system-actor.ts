import type { Actor } from '../../services/index.ts'

/** Whoever works on the machine itself, through the command-line tools. */
export const SYSTEM_ACTOR: Actor = {
  id: 'system',
  email: 'system@localhost',
  name: 'System',
  demo: false,
  language: 'ro',
  roles: ['admin'],
  organisations: [],
  deputyFor: [],
}
