// The whole app: what every request passes, then the features, one line each.
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { digestRoutes } from './alerts/digest/routes.tsx'
import { alertsRoutes } from './alerts/routes.tsx'
import { snoozeRoutes } from './alerts/snooze/routes.tsx'
import { calendarRoutes } from './calendar/routes.tsx'
import { changesRoutes } from './changes/routes.tsx'
import { donationRoutes } from './donations/routes.tsx'
import { lateNightRoutes } from './dropin/late/routes.tsx'
import { nightsRoutes } from './dropin/nights/routes.tsx'
import { dropinRoutes } from './dropin/routes.tsx'
import { entriesRoutes } from './entries/routes.tsx'
import { eventsRoutes } from './events/routes.tsx'
import { exportsRoutes } from './exports/routes.tsx'
import { fieldRoutes } from './field/routes.tsx'
import { importsRoutes } from './imports/routes.tsx'
import { itemsRoutes } from './items/routes.tsx'
import { keepingRoutes } from './keeping/routes.tsx'
import { kitsRoutes } from './kits/routes.tsx'
import { lotsRoutes } from './lots/routes.tsx'
import { ordersRoutes } from './orders/routes.tsx'
import { doorRoutes } from './people/door/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { secondStepRoutes } from './people/second-step/routes.tsx'
import { phonesRoutes } from './phones/routes.tsx'
import { placesRoutes } from './places/routes.tsx'
import { rationingRoutes } from './rationing/routes.tsx'
import { reportsRoutes } from './reports/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'
import { binTypeRoutes } from './sharps/bin-types/routes.tsx'
import { binRoutes } from './sharps/bins/routes.tsx'
import { cleanUpRoutes } from './sharps/clean-ups/routes.tsx'
import { ratioRoutes } from './sharps/ratio/routes.tsx'
import { recoveryRoutes } from './sharps/recoveries/routes.tsx'
import { lateRoutes } from './shifts/late/routes.tsx'
import { paperRoutes } from './shifts/paper/routes.tsx'
import { roundsRoutes } from './shifts/rounds/routes.tsx'
import { shiftsRoutes } from './shifts/routes.tsx'
import { startRoutes } from './start/routes.tsx'
import { stockRoutes } from './stock/routes.tsx'
import { stocktakesRoutes } from './stocktakes/routes.tsx'
import { transfersRoutes } from './transfers/routes.tsx'
import { firstVisitRoutes } from './venues/first-visit/routes.tsx'
import { venuesRoutes } from './venues/routes.tsx'
import { visitsRoutes } from './visits/routes.tsx'
import { readAssets } from './web/assets.ts'
import type { AppOptions, Env, Vars } from './web/context.ts'
import { denials, denied, onError } from './web/errors.tsx'
import { guard } from './web/guard.ts'
import { unwritable } from './web/held-form.tsx'
import { bodyLimit, headers, safeMode, sameOrigin } from './web/security.ts'
import { serveAsset } from './web/serve-asset.ts'
import { readSession } from './web/session.ts'
import { whatIfRoutes } from './what-if/routes.tsx'

/** The features, in the order of their menu. */
const features = [
  startRoutes,
  doorRoutes,
  secondStepRoutes,
  peopleRoutes,
  settingsRoutes,
  calendarRoutes,
  changesRoutes,
  itemsRoutes,
  lotsRoutes,
  phonesRoutes,
  fieldRoutes,
  placesRoutes,
  stockRoutes,
  entriesRoutes,
  searchRoutes,
  donationRoutes,
  transfersRoutes,
  kitsRoutes,
  stocktakesRoutes,
  shiftsRoutes,
  paperRoutes,
  roundsRoutes,
  lateRoutes,
  visitsRoutes,
  eventsRoutes,
  firstVisitRoutes,
  venuesRoutes,
  reportsRoutes,
  exportsRoutes,
  dropinRoutes,
  nightsRoutes,
  lateNightRoutes,
  binRoutes,
  binTypeRoutes,
  recoveryRoutes,
  cleanUpRoutes,
  ratioRoutes,
  ordersRoutes,
  alertsRoutes,
  snoozeRoutes,
  digestRoutes,
  whatIfRoutes,
  rationingRoutes,
  importsRoutes,
  keepingRoutes,
]

export function createApp(options: AppOptions) {
  const assets = readAssets()
  const readOnly = { ...options, database: unwritable(options.database), log: () => {} }
  const rehearsal = appOver(readOnly, { assets, rehearse: null })
  return appOver(options, { assets, rehearse: (request) => rehearsal.fetch(request) })
}

function appOver(options: AppOptions, { assets, rehearse }: Pick<Vars, 'assets' | 'rehearse'>) {
  const app = new Hono<Env>()
  app.onError(onError(options))
  app.notFound((c) => denied(c, 404))

  app.use(headers(options))
  app.use(async (c, next) => {
    c.set('assets', assets)
    c.set('rehearse', rehearse)
    await next()
  })
  app.get('/assets/:file', serveAsset)
  app.use(compress())
  app.use(readSession(options), denials, sameOrigin, bodyLimit, safeMode(options), guard)

  for (const routes of features) app.route('/', routes)
  return app
}
