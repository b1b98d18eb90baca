// The page used outside: a shell without data, what fills it, and what keeps both when there is no signal.
import { Hono } from 'hono'
import { addDays, instantOf } from '#src/day.ts'
import { say as sayIn } from '#src/messages/index.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { render } from '#src/web/render.tsx'
import { FieldShell } from '#views/field/shell.tsx'
import { keyToSealTo, type WorkingCopy, workingCopy } from './working-copy.ts'

export const fieldRoutes = new Hono<Env>()
  .get('/field/:language', (c) => {
    const language = c.req.param('language')
    if (language !== 'fr' && language !== 'en') return c.notFound()
    c.set('say', sayIn(language))
    c.header('Cache-Control', 'no-cache')
    // It is a page of its own: where a form led here, htmx must leave the one it is in.
    c.header('HX-Redirect', c.req.path)
    return render(c, <FieldShell />)
  })

  .get('/working-copy.json', async (c) => {
    const { personId } = viewerOf(c)
    const { today } = c.var
    const { copy, key } = await c.var.app.database.read(async (db) => ({
      copy: await workingCopy(db, { personId, today }),
      key: await keyToSealTo(db),
    }))
    return c.json({ today, key, endsAt: leaseEnd(c), shift: copy && shown(c, copy) })
  })

  .get('/manifest.webmanifest', async (c) => {
    const { say, programme } = c.var
    const assets = await c.var.assets
    c.header('Content-Type', 'application/manifest+json')
    c.header('Cache-Control', 'no-cache')
    return c.body(
      JSON.stringify({
        ...{
          name: programme.neutralName,
          short_name: programme.neutralName,
          display: 'standalone',
        },
        ...{ start_url: `/field/${say.language}`, scope: '/', lang: say.locale },
        icons: [{ src: assets.path('icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
      }),
    )
  })

  .get('/sw.js', async (c) => {
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    c.header('Cache-Control', 'no-cache')
    return c.body((await c.var.assets).serviceWorker)
  })

/** What a phone keeps of a shift is good until twelve hours after the business day has ended. */
function leaseEnd(c: C): number {
  const { today, dayRule } = c.var
  return instantOf({ day: addDays(today, 1), hour: dayRule.endsAtHour + 12 }, dayRule.timeZone)
}

/** In the person's words: what they call things, and in which order. */
function shown(c: C, { shift, items, venues, planned, ...lines }: WorkingCopy) {
  const { say } = c.var
  return {
    ...lines,
    ...{ id: shift.id, bag: say.name(shift), startedOn: shift.startedOn },
    items: items
      .toSorted((a, b) => (a.position ?? 999) - (b.position ?? 999))
      .map(({ item, position, left }) => ({
        ...{ id: item.id, short: say.short(item), name: say.name(item), left: left ?? 0 },
        tile: position !== null || left !== null,
      })),
    planned: planned.map(({ venue, skipped }) => ({
      ...{ venue: venue.id, name: say.name(venue), skipped },
    })),
    venues: venues.map(({ id, overdueDays, lastVisitOn, ...venue }) => ({
      ...{ id, name: say.name(venue), kind: say.common.locationRoles[venue.role] },
      due:
        overdueDays !== null && overdueDays >= 0 && lastVisitOn !== null
          ? say.bags.due({ days: overdueDays })
          : null,
      last: lastVisitOn ? say.bags.lastVisit({ day: lastVisitOn }) : say.bags.neverVisited,
    })),
  }
}
