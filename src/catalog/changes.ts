// Who changed what, read from the log: for the list of changes, and for the person whose form was
// overtaken by somebody else's.
import { and, desc, eq, gt, inArray, lt, notInArray, type SQL } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { changeLog, family, item, location, pack, person } from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'
import { type Difference, differences, type Row } from './change-differences.ts'

export type ChangeTold = {
  readonly id: number
  readonly tableName: string
  readonly rowId: number
  readonly changedAt: number
  /** Null when a job or an import changed it. */
  readonly by: string | null
  readonly kind: 'new' | 'change' | 'removal'
  /** What was changed, where it has a name. */
  readonly subject: Named | null
  readonly differences: readonly Difference[]
  /** The page on which it is edited. */
  readonly href: string
}

/** Changes with the names that they refer to. */
export type Changes = { readonly list: readonly ChangeTold[]; readonly names: Names }

export type Names = {
  readonly items: ReadonlyMap<number, Named>
  readonly places: ReadonlyMap<number, Named>
  readonly families: ReadonlyMap<number, Named>
  readonly packs: ReadonlyMap<number, Named & { readonly size: number }>
}

/** Changes, latest first, a page of `size` before `before`, without those of `hidden` tables. */
export async function changes(
  db: Db,
  page: {
    readonly before: number | null
    readonly size: number
    readonly hidden: readonly string[]
  },
): Promise<Changes> {
  const older = page.before === null ? undefined : lt(changeLog.id, page.before)
  const shown =
    page.hidden.length > 0 ? notInArray(changeLog.tableName, [...page.hidden]) : undefined
  return told(db, await logged(db, and(older, shown), page.size))
}

/** What others did to a row while somebody typed: the row as that person saw it, and as it is. */
export type Overtaking = Changes & { readonly seen: Row | null; readonly current: Row | null }

/** What others did to a row after the version somebody saw, latest first. */
export async function changesSince(
  db: Db,
  seen: { readonly tableName: string; readonly rowId: number; readonly version: number },
): Promise<Overtaking> {
  const rows = await logged(db, of(seen), 20)
  const later = rows.filter(({ after }) => Number((after as Row).version) > seen.version)
  return {
    ...(await told(db, later)),
    seen: (later.at(-1)?.before ?? null) as Row | null,
    current: (later[0]?.after ?? null) as Row | null,
  }
}

/** The same for a list, after the change somebody saw. */
export async function listChangesSince(
  db: Db,
  seen: { readonly tableName: string; readonly rowId: number; readonly changeId: number },
): Promise<Changes> {
  return told(db, await logged(db, and(of(seen), gt(changeLog.id, seen.changeId)), 20))
}

function of({ tableName, rowId }: { tableName: string; rowId: number }) {
  return and(eq(changeLog.tableName, tableName), eq(changeLog.rowId, rowId))
}

type Logged = Awaited<ReturnType<typeof logged>>[number]

async function logged(db: Db, where: SQL | undefined, size: number) {
  const rows = await db
    .select({
      id: changeLog.id,
      tableName: changeLog.tableName,
      rowId: changeLog.rowId,
      changedAt: changeLog.changedAt,
      by: person.name,
      before: changeLog.before,
      after: changeLog.after,
    })
    .from(changeLog)
    .leftJoin(person, eq(person.id, changeLog.personId))
    .where(where)
    .orderBy(desc(changeLog.id))
    .limit(size)
  return rows.map((row) => ({
    ...row,
    before: row.before ? (JSON.parse(row.before) as object) : null,
    after: JSON.parse(row.after) as object,
  }))
}

async function told(db: Db, rows: readonly Logged[]): Promise<Changes> {
  const names = await namesIn(db, rows)
  const list = rows.map((row): ChangeTold => {
    const { id, tableName, rowId, changedAt, by, before, after } = row
    const kind = before === null ? 'new' : 'removed' in after ? 'removal' : 'change'
    return {
      ...{ id, tableName, rowId, changedAt, by, kind },
      subject: subjectOf(row, names),
      differences: differences(row),
      href: pathOf(row),
    }
  })
  return { list, names }
}

/** Where a changed thing is edited. */
export function pathOf({ tableName, rowId }: { tableName: string; rowId: number }): string {
  const paths: Readonly<Record<string, string>> = {
    item: `/items/${rowId}/edit`,
    item_supply: `/items/${rowId}/supplies`,
    pack: `/packs/${rowId}`,
    lot: `/lots/${rowId}`,
    location: `/places/${rowId}/edit`,
    supplier_terms: `/places/${rowId}/edit`,
    par_line: `/places/${rowId}/par`,
    person: `/people/${rowId}`,
    order: `/orders/${rowId}`,
    order_line: `/orders/${rowId}`,
    visit: `/visits/${rowId}`,
    first_visit_line: '/venues/first-visit',
    route: `/routes/${rowId}`,
    route_stop: `/routes/${rowId}`,
    planned_stop: `/planned-stops/${rowId}`,
    bin_type: `/bin-types/${rowId}`,
    bin: `/bins/${rowId}`,
    clean_up: `/clean-ups/${rowId}`,
    setting: '/settings',
    service_pattern: '/calendar',
    service_exception: '/calendar',
    snooze: '/alerts',
  }
  return paths[tableName] ?? '/catalogue'
}

function subjectOf({ tableName, rowId, before, after }: Logged, names: Names): Named | null {
  const row = { ...before, ...after } as Row
  switch (tableName) {
    case 'item_supply':
    case 'snooze':
      return names.items.get(rowId) ?? null
    case 'pack':
    case 'lot':
      return names.items.get(Number(row.itemId)) ?? null
    case 'par_line':
    case 'supplier_terms':
      return names.places.get(rowId) ?? null
    case 'person':
      return { nameFr: String(row.name), nameEn: null }
    case 'item':
    case 'family':
    case 'bin_type':
    case 'location':
    case 'route':
      return { nameFr: row.nameFr as string | null, nameEn: row.nameEn as string | null }
    default:
      return null
  }
}

/** One statement for each kind of name that the changes refer to: four at most. */
async function namesIn(db: Db, changed: readonly Logged[]): Promise<Names> {
  const rows = changed.flatMap(({ before, after }) => [...rowsOf(before), ...rowsOf(after)])
  const ids = (field: string, ...more: readonly number[]) => [
    ...new Set([...rows.map((row) => Number(row[field] ?? 0)), ...more].filter((id) => id > 0)),
  ]
  const owners = (...tables: readonly string[]) =>
    changed.filter(({ tableName }) => tables.includes(tableName)).map(({ rowId }) => rowId)
  const places = [
    ...[...ids('feederId'), ...ids('supplierId'), ...ids('venueId')],
    ...owners('par_line', 'supplier_terms'),
  ]
  return {
    items: await namesOf(db, item, ids('itemId', ...owners('item_supply', 'snooze'))),
    places: await namesOf(db, location, places),
    families: await namesOf(db, family, ids('familyId')),
    packs: await packsOf(db, ids('packId')),
  }
}

function rowsOf(logged: object | null): readonly Row[] {
  if (logged === null) return []
  return 'rows' in logged ? (logged.rows as Row[]) : [logged as Row]
}

async function namesOf(
  db: Db,
  table: typeof item | typeof location | typeof family,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: table.id, nameFr: table.nameFr, nameEn: table.nameEn })
    .from(table)
    .where(inArray(table.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

async function packsOf(db: Db, ids: readonly number[]): Promise<Names['packs']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(pack)
    .where(inArray(pack.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
