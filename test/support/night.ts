// A drop-in night that is open, on a shared device.
import { eq } from 'drizzle-orm'
import { nightSession, visit } from '#src/db/schema/index.ts'
import { tonightAt } from '#src/dropin/tonight.ts'
import { tokenHash } from '#src/web/session.ts'
import type { World } from './world.ts'

/** Opens tonight on a device, and gives the cookie header that proves it. */
export async function nightCookieOf(world: World): Promise<string> {
  const token = `token-of-the-night-${world.newId()}`
  const [happenedOn, at] = [world.today(), world.clock()]
  await world.write(async (tx) => {
    const { id: venueId, night } = await tonightAt(tx, happenedOn)
    const [begun] = night
      ? await tx.update(visit).set({ closedOn: null }).where(eq(visit.id, night.id)).returning()
      : await tx.insert(visit).values({ venueId, happenedOn, period: 'evening' }).returning()
    await tx.insert(nightSession).values({
      ...{ tokenHash: tokenHash(token), visitId: begun?.id ?? 0, device: 'test', startedAt: at },
      openedById: world.people.coordinator,
    })
  })
  return `session=${token}`
}
