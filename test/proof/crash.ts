// Eight people write while the power fails, again and again. What the screen called saved must be in the
// book, nothing may be in it that nobody sent, and every balance must equal its movements.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { filePath, openDatabase } from '#src/db/open.ts'
import { entry, session, shift, visit } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { tokenHash } from '#src/web/session.ts'
import { numbersFrom } from '#test/planning/made-history.ts'
import { type Server, startServer } from '#test/support/server.ts'
import { freshFile, openWorld, stockUp, type World } from '#test/support/world.ts'
import { type Proof, type Report, together } from './report.ts'
import { type Attempt, type Booked, nextAttempt, type Office } from './requests.ts'

const clients = 8
/** A new book begins after so many crashes: each of them is read whole after every crash. */
const cyclesOfABook = 25

/** Size: how often the power fails. */
export const crash: Proof = async ({ seed, size }) => {
  const random = numbersFrom(seed)
  const reports: Report[] = []
  for (let left = size; left > 0; left -= cyclesOfABook) {
    reports.push(await crashes(Math.min(left, cyclesOfABook), random))
  }
  return together(reports)
}

async function crashes(cycles: number, random: () => number): Promise<Report> {
  const { url } = await freshFile()
  const storm = await openOffice(url)
  const wrong: string[] = []
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const server = await startServer(filePath(url))
    await Promise.all([
      ...storm.cookies.map((cookie) => work(storm, { server, cookie, random })),
      powerCut(storm, 5 + random() * 60).then(server.kill),
    ])
    wrong.push(...(await mistakes(url, storm)).map((text) => `cycle ${cycle}: ${text}`))
  }
  wrong.push(...(await settled(url, storm)))
  return { did: { crashes: cycles, ...tally(storm.attempts) }, wrong }
}

type Storm = {
  readonly office: Office
  readonly cookies: readonly string[]
  readonly attempts: Attempt[]
  readonly unanswered: Set<Attempt>
}

export async function openOffice(url: string): Promise<Storm> {
  const world = await openWorld({ url })
  await stockUp(world, [{ code: 'cond', quantity: 1_000_000 }])
  const visitId = await onTheStreet(world)
  const cookies = await signedIn(world)
  const office = { places: world.places, visitId }
  await world.close()
  return { office, cookies, attempts: [], unanswered: new Set() }
}

/** A bag is out, and at its first stop. */
async function onTheStreet(world: World): Promise<number> {
  const day = { happenedOn: world.today() }
  return world.write(async (tx) => {
    const started = { bagId: world.bags.bag1, startedOn: world.today() }
    const [out] = await tx.insert(shift).values(started).returning()
    const shiftId = out?.id ?? 0
    await post(tx, { kind: 'check-out', ...day, shiftId }, [], world.recording())
    const stop = { ...day, shiftId, venueId: world.venues.sky, period: 'afternoon' as const }
    const [first] = await tx.insert(visit).values(stop).returning()
    return first?.id ?? 0
  })
}

/** Sessions of the machine's own time: the server's clock is real. */
async function signedIn(world: World): Promise<string[]> {
  const now = Date.now()
  const tokens = Array.from({ length: clients }, (_, index) => `client-${index}`)
  await world.write((tx) =>
    tx.insert(session).values(
      tokens.map((token) => ({
        ...{ tokenHash: tokenHash(token), personId: world.people.stock, device: 'proof' },
        ...{ startedAt: now, seenAt: now, endsAt: now + 12 * 3_600_000 },
      })),
    ),
  )
  return tokens.map((token) => `session=${token}`)
}

/** Waits for so many more answers, or a second; then anything may be half-done. */
async function powerCut({ attempts }: Storm, answers: number) {
  const answered = () => attempts.filter(({ state }) => state === 'acknowledged').length
  const enough = answered() + answers
  for (let waited = 0; waited < 1000 && answered() < enough; waited += 7) await sleep(7)
}

type Desk = { readonly server: Server; readonly cookie: string; readonly random: () => number }

/** Sends again what got no answer, then new things, until the server is gone. */
async function work(storm: Storm, desk: Desk) {
  const booked = storm.attempts.filter(({ entryId }) => entryId !== null)
  for (;;) {
    const [again] = storm.unanswered
    const attempt = again ?? nextAttempt(storm.office, booked, desk.random)
    if (again) storm.unanswered.delete(again)
    else storm.attempts.push(attempt)
    await send(attempt, desk)
    if (attempt.state === 'unanswered') {
      storm.unanswered.add(attempt)
      return
    }
  }
}

export async function send(attempt: Attempt, { server, cookie }: Omit<Desk, 'random'>) {
  const answer = await fetch(`${server.url}${attempt.path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: server.url },
    body: new URLSearchParams({ requestId: attempt.requestId, ...attempt.fields }),
  }).catch(() => null)
  attempt.state = stateAfter(answer)
  if (answer?.status === 303) attempt.answers.push(answer.headers.get('location') ?? '')
  if (attempt.state === 'surprised') attempt.surprises.push(`${answer?.status}`)
}

function stateAfter(answer: Response | null): Attempt['state'] {
  if (!answer) return 'unanswered'
  if (answer.status === 303) return 'acknowledged'
  return answer.status === 422 ? 'refused' : 'surprised'
}

/** What the file says, read as the next start would. */
export async function mistakes(url: string, { attempts }: Storm): Promise<string[]> {
  const database = await openDatabase({ url })
  const rows = await database.read((db) =>
    db
      .select({
        requestId: entry.requestId,
        ...{ id: entry.id, donationId: entry.donationId },
        units: sql<number>`(select sum(quantity) from movement where entry_id = entry.id)`,
      })
      .from(entry),
  )
  const [documents] = await database.read((db) =>
    db.all<{ orphans: number }>(
      sql`select count(*) as orphans from donation where id not in (select donation_id from entry where donation_id is not null)`,
    ),
  )
  const differences = await database.read(verify)
  await database.close()

  const book = new Map(rows.map((row) => [row.requestId, row]))
  for (const attempt of attempts) attempt.entryId = book.get(attempt.requestId)?.id ?? null
  const sent = new Map(attempts.map((attempt) => [attempt.requestId, attempt]))
  return [
    ...differences.map((each) => `verify: ${JSON.stringify(each)}`),
    ...(documents?.orphans ? [`${documents.orphans} donations without an entry`] : []),
    ...rows
      .filter(({ requestId }) => !sent.has(requestId) && !isOfTheBeginning(requestId))
      .map(({ requestId }) => `${requestId} is in the book and nobody sent it`),
    ...attempts.flatMap((attempt) => mistakesOf(attempt, book.get(attempt.requestId))),
  ]
}

/** What the world counts up itself: the opening stock, and the bag that is out. */
function isOfTheBeginning(requestId: string): boolean {
  return requestId.startsWith('00000000-')
}

type Row = Booked & { readonly units: number }

function mistakesOf(attempt: Attempt, row: Row | undefined): string[] {
  const { requestId, state, answers, surprises, units } = attempt
  const name = `${attempt.path} ${requestId}`
  const found = surprises.map((status) => `${name} was answered ${status}`)
  if (state === 'refused' && row) found.push(`${name} was refused and is in the book`)
  if (state === 'acknowledged' && !row) found.push(`${name} was acknowledged and is lost`)
  if (new Set(answers).size > 1) found.push(`${name} had two answers: ${answers.join(' ')}`)
  if (row && row.units !== units) found.push(`${name} has ${row.units} units, ${units} were sent`)
  if (row && answers.length > 0 && answers[0] !== attempt.leadsTo(row)) {
    found.push(`${name} is ${attempt.leadsTo(row)} and was said to be ${answers[0]}`)
  }
  return found
}

/** After a last start everything unanswered is sent twice at once; then the app stops by itself. */
async function settled(url: string, storm: Storm): Promise<string[]> {
  const server = await startServer(filePath(url))
  const [cookie = ''] = storm.cookies
  for (const attempt of storm.unanswered) {
    await Promise.all([send(attempt, { server, cookie }), send(attempt, { server, cookie })])
  }
  const code = await server.stop()
  return [
    ...(code === 0 ? [] : [`the app did not stop cleanly: ${code}`]),
    ...storm.attempts
      .filter(({ state }) => state === 'unanswered')
      .map(({ requestId }) => `${requestId} never got an answer`),
    ...(await mistakes(url, storm)),
  ]
}

function tally(attempts: readonly Attempt[]): Record<string, number> {
  const count = (test: (attempt: Attempt) => boolean) => attempts.filter(test).length
  return {
    sent: attempts.length,
    acknowledged: count(({ state }) => state === 'acknowledged'),
    refused: count(({ state }) => state === 'refused'),
    answeredTwice: count(({ answers }) => answers.length > 1),
  }
}
