import { eq } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { person, setting } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { SetUpForm } from './form.ts'
import { spendLink } from './one-time-link.ts'

type NewProgramme = Omit<SetUpForm, 'password' | 'requestId'> & {
  readonly passwordHash: string
  readonly linkHash: string
}

/**
 * Names the programme and makes its first admin.
 * @returns the admin's id
 * @throws Refusal `linkSpent` when the link was used, is too old, or somebody is there already
 */
export async function setUp(tx: Tx, programme: NewProgramme, recording: Recording) {
  const { programmeName, linkHash, ...admin } = programme
  await spendLink(tx, { purpose: 'set-up', tokenHash: linkHash, at: recording.at })
  const [before] = await tx.select().from(setting).where(eq(setting.id, 1))
  if (!before) return refuse('notFound', {})
  await amend(tx, setting, before, { programmeName }, recording)
  const made = await add(tx, person, { ...admin, role: 'admin' }, recording)
  return made.id
}
