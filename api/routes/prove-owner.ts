import type { Context } from 'hono'
import { callerOf } from '../http/acting.ts'
import type { AppEnv } from '../http/environment.ts'
import { freshSession } from '../http/fresh-session.ts'
import type { PasswordDoor } from '../http/password-door.ts'
import { ProblemError } from '../http/problem.ts'
import type { System } from '../instance/system.ts'
import { profileOf } from './account.ts'

/** The signed-in person shows that it is them: with the password, or by a recent sign-in where the account has none. */
export async function proveOwner(
  c: Context<AppEnv>,
  system: System,
  passwords: PasswordDoor,
  password: string | undefined,
): Promise<void> {
  const { actor } = await callerOf(c)
  if (!(await profileOf(system, actor.id)).hasPassword) {
    await freshSession(c, system.now())
    return
  }
  if (password === undefined) throw new ProblemError('password_wrong')
  await passwords.require(c, actor, password)
}
