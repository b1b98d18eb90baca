import { Hono } from 'hono'
import { addDays, monthOf } from '#src/day.ts'
import { streams } from '#src/db/schema/index.ts'
import { binsToSwap, byDue as byBinDue, standingBins, standingBinsAt } from '#src/ledger/bins.ts'
import { monthlyUseAt } from '#src/ledger/consumption.ts'
import { monthsFrom } from '#src/report-period.ts'
import { lineMarks } from '#src/small-counts.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { answerExport, leavingCell } from '#src/web/exports.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { columnName } from '#views/venues/column-name.ts'
import { DistributionPage } from '#views/venues/distribution.tsx'
import { DistributionEntries } from '#views/venues/distribution-entries.tsx'
import { Venues } from '#views/venues/index.tsx'
import { VenueOutside } from '#views/venues/outside.tsx'
import { ShowVenue } from '#views/venues/show.tsx'
import { distribution, entriesOfCell, itemsByCategory, unitsOfCell } from './distribution.ts'
import { cellFilter, distributionFilter, venueFilter, visitedKinds } from './form.ts'
import { shiftOutOf, venueBoard, venueById, venueOnBoard, visitsOf } from './queries.ts'
import { useRows } from './use-table.ts'
import { byDue, dueVenue } from './visit-due.ts'

export const venuesRoutes = new Hono<Env>()
  .get('/venues', async (c) => {
    const { kind } = readQuery(c, venueFilter)
    const { board, bins, shiftId } = await c.var.app.database.read(async (db) => ({
      board: await venueBoard(db, kind),
      shiftId: await shiftOutOf(db, viewerOf(c).personId),
      bins: await standingBins(db),
    }))
    const venues = byDue(board, c.var.today)
    const toSwap = binsToSwap(bins, c.var.today)
    return render(c, <Venues {...{ venues, toSwap, kind, shiftId }} kinds={visitedKinds} />)
  })

  // A phone that is found outside tells no history: that is read in the office.
  .get('/venues/:id', (c) => (viewerOf(c).role === 'outreach' ? outside(c) : inTheOffice(c)))

  .get('/distribution', async (c) => {
    const filter = readQuery(c, distributionFilter(c.var.today))
    const shown = await c.var.app.database.read((db) => distribution(db, filter))
    const query = new URL(c.req.url).search
    return render(c, <DistributionPage {...{ ...shown, filter, query, streams }} />)
  })

  // What leaves is by kind of venue, whatever is on the screen.
  .get('/distribution.csv', (c) =>
    answerExport(c, async () => {
      const { say, today } = c.var
      const filter = { ...readQuery(c, distributionFilter(today)), by: 'kind' as const }
      const { columns, rows } = await c.var.app.database.read((db) => distribution(db, filter))
      const header = [
        ...[say.common.item, say.common.unit],
        ...columns.map((column) => columnName(column, filter, say)),
        say.common.total,
      ]
      const lines = rows.map(({ item, cells, total }): Cell[] => {
        const marks = lineMarks(cells)
        return [
          ...[say.name(item), say.unit(item)],
          ...cells.map((count, index) => leavingCell(count, marks.cells[index], say)),
          leavingCell(total, marks.total, say),
        ]
      })
      return csv(c, `${say.distribution.file}-${filter.from}-${filter.to}`, header, lines)
    }),
  )

  .get('/distribution/entries', async (c) => {
    const cell = readQuery(c, cellFilter(c.var.today))
    const shown = await c.var.app.database.read(async (db) => ({
      item: (await itemsByCategory(db)).find(({ id }) => id === cell.itemId),
      venue: cell.venueId === null ? null : await venueById(db, cell.venueId),
      entries: await entriesOfCell(db, cell, pageSize),
      units: await unitsOfCell(db, cell),
    }))
    const { item, venue, entries, units } = shown
    if (!item || (cell.venueId !== null && !venue)) return c.notFound()
    const query = new URL(c.req.url).searchParams
    return render(c, <DistributionEntries {...{ item, venue, entries, units, cell, query }} />)
  })

async function outside(c: C) {
  const shown = await c.var.app.database.read(async (db) => ({
    venue: await venueOnBoard(db, idOf(c)),
    bins: await standingBinsAt(db, idOf(c)),
    shiftId: await shiftOutOf(db, viewerOf(c).personId),
  }))
  const { today } = c.var
  const { venue, shiftId } = shown
  if (!venue) return c.notFound()
  const bins = byBinDue(shown.bins, today)
  return render(c, <VenueOutside {...{ bins, shiftId }} venue={dueVenue(venue, today)} />)
}

/** A card on a phone is as long as ten visits already. */
const visitsShown = 10

async function inTheOffice(c: C) {
  const shown = await c.var.app.database.read(async (db) => {
    const venue = await venueById(db, idOf(c))
    if (!venue) return null
    return {
      venue,
      visits: await visitsOf(db, venue.id, { before: beforeOf(c), size: visitsShown }),
      uses: await monthlyUseAt(db, venue.id, lastYear(c)),
      items: await itemsByCategory(db),
      bins: byBinDue(await standingBinsAt(db, venue.id), c.var.today),
      shiftId: await shiftOutOf(db, viewerOf(c).personId),
    }
  })
  if (!shown) return c.notFound()
  const { uses, items, ...venue } = shown
  const months = monthsFrom(monthOf(lastYear(c).from), monthOf(lastYear(c).to))
  const columnOf = ({ month }: { readonly month: string }) => month
  const rows = useRows(uses, { items, columns: months, months, columnOf })
  return render(c, <ShowVenue {...{ ...venue, visitsShown }} use={{ months, rows }} />)
}

/** This month and the eleven before it. */
function lastYear(c: C) {
  const { today } = c.var
  const aYearAgo = addDays(`${monthOf(today)}-01`, -320)
  return { from: `${monthOf(aYearAgo)}-01`, to: today }
}
