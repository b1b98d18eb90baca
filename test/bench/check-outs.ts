// Check-outs of eight lines by as many bags as a round needs, which come back between the rounds.
import { randomUUID } from 'node:crypto'
import { once as event } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { getRequestListener } from '@hono/node-server'
import { eq } from 'drizzle-orm'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { location, parLine, person } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { once } from '#src/ledger/once.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { Refusal } from '#src/refusal.ts'
import { checkOutBag } from '#src/shifts/check-out-bag.ts'
import type { CheckOutForm } from '#src/shifts/form.ts'
import { appOf, startOfTime } from '#test/support/world.ts'
import { median } from './rounds.ts'

const bagsOfARound = 96
const connections = 16
const today = '2026-11-23'
const loaded = 10

export type CheckOuts = {
  /** Milliseconds a check-out: the command alone, one after the other. */
  readonly inProcess: () => Promise<number>
  /** Milliseconds a check-out: all of a round over 16 connections, with session, form and 303. */
  readonly overHttp: () => Promise<number>
  readonly database: Database
  readonly close: () => Promise<void>
}

export async function checkOutsIn(path: string): Promise<CheckOuts> {
  const database = await openDatabase({ url: `file:${path}` })
  const { bags, items, personId } = await settle(database)
  const app = appOf({ database, clock: () => startOfTime })
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await event(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shifts`
  const formOf = (bagId: number): CheckOutForm => ({
    ...{ requestId: randomUUID(), bagId, people: [personId], takeOut: '' },
    lines: items.map((id) => ({ id, row: { shown: loaded, amount: null } })),
  })
  return {
    database,
    inProcess: async () => {
      const spans: number[] = []
      for (const bagId of bags) {
        const form = formOf(bagId)
        const start = performance.now()
        const { entryId } = await checkOut(database, form)
        spans.push(performance.now() - start)
        await written(database, (tx) => reverse(tx, entryId, recordingOf(randomUUID())))
      }
      return median(spans)
    },
    overHttp: async () => {
      const bodies = bags.map((bagId) => bodyOf(formOf(bagId)))
      const { ms, statuses } = await postAll({ url, bodies })
      if (statuses.some((status) => status !== 303)) throw new Error(`answers: ${statuses}`)
      await bringBack(database, bags.length)
      return ms / bags.length
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await database.close()
    },
  }
}

function checkOut(database: Database, form: CheckOutForm) {
  const recording = recordingOf(form.requestId)
  return written(database, (tx) =>
    once(tx, recording, form, () => checkOutBag(tx, form, recording)),
  )
}

function recordingOf(requestId: string) {
  return { requestId, personId: null, at: startOfTime, today, period: 'afternoon' as const }
}

async function written<T>(database: Database, work: Parameters<typeof database.write<T>>[0]) {
  const answer = await database.write(work)
  if (answer instanceof Refusal) throw answer
  return answer
}

async function settle(database: Database) {
  return written(database, async (tx) => {
    const [central] = await tx.select().from(location).where(eq(location.role, 'central'))
    const [worker] = await tx.select().from(person).where(eq(person.role, 'outreach'))
    const feederId = central?.id ?? 0
    const lots = await lotsIn(tx, { locationId: feederId })
    const items = lots.slice(0, 8).map(({ itemId }) => itemId)
    const bags = await tx
      .insert(location)
      .values(
        Array.from({ length: bagsOfARound }, (_, number) => ({
          ...{ kind: 'bag' as const, role: 'bag' as const, nameFr: `Banc ${number}` },
          ...{ stream: 'outreach' as const, feederId },
        })),
      )
      .returning()
    await tx
      .insert(parLine)
      .values(
        bags.flatMap(({ id }) =>
          items.map((itemId, position) => ({ locationId: id, itemId, position, quantity: loaded })),
        ),
      )
    return { bags: bags.map(({ id }) => id), items, personId: worker?.id ?? 0 }
  })
}

/** Takes back the last check-outs, one by one. */
async function bringBack(database: Database, count: number) {
  const out = await database.read((db) =>
    db.all<{ id: number }>(`select id from entry order by id desc limit ${count}`),
  )
  for (const { id } of out) {
    await written(database, (tx) => reverse(tx, id, recordingOf(randomUUID())))
  }
}

function bodyOf({ lines, people, bagId, requestId, takeOut }: CheckOutForm): string {
  return new URLSearchParams({
    ...{ requestId, bagId: String(bagId), takeOut },
    ...Object.fromEntries(people.map((id) => [`people.p${id}`, 'on'])),
    ...Object.fromEntries(lines.map(({ id, row }) => [`lines.i${id}.shown`, String(row.shown)])),
  }).toString()
}

type Posted = { readonly ms: number; readonly statuses: readonly number[] }

/** From another thread, so that the one that serves does nothing else. */
async function postAll(work: { url: string; bodies: readonly string[] }): Promise<Posted> {
  const worker = new Worker(new URL('./post-all.js', import.meta.url), {
    workerData: { ...work, connections, cookie: 'session=bench' },
    execArgv: [],
  })
  const [posted] = await event(worker, 'message')
  return posted
}
