// npm run bench: how fast, against what the same machine does with next to no program around it. Ratios of
// medians over five interleaved rounds, with the least and the most; above 1 is faster than the reference.
import { statSync } from 'node:fs'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { verify } from '#src/ledger/verify.ts'
import { reckoning } from './board.ts'
import { bookOf } from './book.ts'
import { checkOutsIn } from './check-outs.ts'
import { recovered } from './forecasts.ts'
import { type PageName, pages, pagesOf } from './pages.ts'
import { barePage, bareWrite } from './references.tsx'
import { median, medianMs, ratio, rounds } from './rounds.ts'
import { started } from './started.ts'

const small = 10_000
const large = 1_000_000

await writes()
await reads()
await file()
await server()
forecasts()

async function writes() {
  const bare = await bareWrite()
  const few = await checkOutsIn(await bookOf(small))
  const many = await checkOutsIn(await bookOf(large))
  const ms = await rounds({
    bare: () => medianMs(200, bare),
    few: few.inProcess,
    many: many.inProcess,
    http: few.overHttp,
  })
  print('A check-out of 8 lines', [
    ['R_w, three statements', '', milliseconds(ms.bare)],
    ['in process, 10,000 movements', ratio(ms.bare, ms.few), milliseconds(ms.few)],
    ['in process, 1,000,000 movements', ratio(ms.bare, ms.many), milliseconds(ms.many)],
    ['over HTTP, 16 connections', ratio(ms.bare, ms.http), milliseconds(ms.http)],
    ['growth, 10,000 to 1,000,000', ratio(ms.many, ms.few), ''],
  ])
  await few.close()
  await many.close()
}

async function reads() {
  const bare = await barePage()
  const few = await pagesOf(await bookOf(small))
  const many = await pagesOf(await bookOf(large))
  print('R_p, a bare page of 100 rows', [['', '', milliseconds([await medianMs(300, bare)])]])
  for (const page of pages) {
    if ((await many.open(page)) === null) {
      print(page, [['does not answer', '', '']])
      continue
    }
    const ms = await rounds({
      bare: () => medianMs(60, bare),
      few: () => medianMs(60, () => few.open(page)),
      many: () => medianMs(60, () => many.open(page)),
    })
    print(page, [
      ['10,000 movements', ratio(ms.bare, ms.few), milliseconds(ms.few)],
      ['1,000,000 movements', ratio(ms.bare, ms.many), milliseconds(ms.many)],
      ['growth', ratio(ms.many, ms.few), ''],
      ['statements; kilobytes', await weight(many, page), ''],
    ])
  }
  await boards(many.database)
  await few.database.close()
  await many.database.close()
}

/** The first is the one of a process that has just started. */
async function boards(database: Database) {
  const first = await reckoning(database)
  const later = [await reckoning(database), await reckoning(database), await reckoning(database)]
  const blocks = [first, ...later].map(({ blockMs }) => blockMs)
  print('The board from nothing, 1,000,000 movements', [
    ['items', String(first.items), ''],
    ['first', '', milliseconds([first.ms])],
    ['later', '', milliseconds(later.map(({ ms }) => ms))],
    ['longest nobody else was answered', '', milliseconds([Math.max(...blocks)])],
  ])
}

async function weight({ statements, open }: Awaited<ReturnType<typeof pagesOf>>, page: PageName) {
  const bytes = Buffer.byteLength((await open(page)) ?? '')
  return `${(await statements(page)).length}; ${(bytes / 1000).toFixed(0)}`
}

async function file() {
  const path = await bookOf(large)
  const bytes = statSync(path).size
  const database = await openDatabase({ url: `file:${path}` })
  const start = performance.now()
  const differences = await database.read(verify)
  const seconds = (performance.now() - start) / 1000
  await database.close()
  print('A book of 1,000,000 movements', [
    ['bytes a movement, everything included', (bytes / large).toFixed(0), ''],
    ['verify, million movements a second', (large / 1e6 / seconds).toFixed(2), ''],
    ['verify found', String(differences.length), ''],
  ])
}

async function server() {
  const { startMs, residentMb } = await started(await bookOf(large))
  print('The app on it, as a process', [
    ['start to /health', '', milliseconds([startMs])],
    ['resident memory after 2,000 pages', `${residentMb.toFixed(0)} MB`, ''],
  ])
}

function forecasts() {
  print('A shelf that runs out, in what it costs a forecast of 14 days', [
    ['won back, filled to 1.3 weeks', recovered(1.3).toFixed(2), ''],
    ['won back, filled to 1.0 weeks', recovered(1).toFixed(2), ''],
  ])
}

function milliseconds(spans: readonly number[]): string {
  return `${median(spans).toFixed(3)} ms`
}

function print(title: string, rows: readonly (readonly [string, string, string])[]) {
  console.log(`\n${title}`)
  for (const [name, value, time] of rows) {
    console.log(`  ${name.padEnd(40)} ${value.padEnd(20)} ${time.padStart(12)}`)
  }
}
