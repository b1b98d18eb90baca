// Phones that record without signal: pairing them, what they send, and what waits for a coordinator.
import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { phone } from '#src/db/schema/index.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { viewerOf } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { keepPhoneToken, phoneToken } from '#src/web/phone.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { deviceOf, tokenHash } from '#src/web/session.ts'
import { HeldEntries } from '#views/phones/held.tsx'
import { Phones } from '#views/phones/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { decideHeld } from './decide-held.ts'
import { batchForm, decisionForm } from './form.ts'
import { addSealingKey, isDue, sealingKeys } from './keys.ts'
import { pairPhone, revokePhone } from './pair-phone.ts'
import { heldEntries, phones } from './queries.ts'
import { phoneWith, takeIn } from './take-in.ts'

/** Characters, and entries: a phone that is answered 413 sends half as much. */
const largestBatch = 262_144
const mostEntries = 50

export const phonesRoutes = new Hono<Env>()
  .get('/phones', (c) => phonesPage(c))

  .post('/phones', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return c.redirect('/phones', 303)
    const token = c.var.app.newToken()
    const device = deviceOf(c.req.header('user-agent') ?? '')
    await keysNow(c)
    const paired = await save(
      c,
      form.values,
      (tx, recording) => pairPhone(tx, { tokenHash: tokenHash(token), device }, recording),
      () => null,
    )
    if (!(paired instanceof Refusal)) keepPhoneToken(c, token)
    return c.redirect('/phones', 303)
  })

  .post('/phones/:id/revocation', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return c.redirect('/phones', 303)
    const { personId, role } = viewerOf(c)
    const ownerId = role === 'coordinator' || role === 'admin' ? null : personId
    const content = { ...form.values, phoneId: idOf(c) }
    const revoked = await save(
      c,
      content,
      (tx, recording) => revokePhone(tx, { phoneId: content.phoneId, ownerId }, recording),
      () => null,
    )
    return revoked instanceof Refusal ? c.var.deny(404) : c.redirect('/phones', 303)
  })

  .post('/outbox', async (c) => {
    const token = phoneToken(c)
    const from = token
      ? await c.var.app.database.read((db) => phoneWith(db, tokenHash(token)))
      : null
    if (!from) return c.json({ why: 'unpaired' }, 401)
    const text = await c.req.text()
    if (text.length > largestBatch) return c.json({ why: 'too-large' }, 413)
    const batch = batchForm.safeParse(parsed(text))
    if (!batch.success) return c.json({ why: 'unreadable' }, 422)
    if (batch.data.batch.length > mostEntries) return c.json({ why: 'too-large' }, 413)
    const { newest, all } = await keysNow(c)
    const keys = new Map(all.map((key) => [key.id, key]))
    const { now: at, today, period } = c.var
    const answers: { seq: number; answer: string }[] = []
    for (const sealed of batch.data.batch) {
      const recording = { personId: from.personId, at, today, period }
      const answer = await takeIn(c.var.app.database, { phone: from, keys, sealed }, recording)
      answers.push({ seq: sealed.seq, answer })
    }
    await sawPhone(c, from.id)
    return c.json({ answers, key: { id: newest.id, publicKey: newest.publicKey } })
  })

  .get('/held', (c) => heldPage(c, blank, 200))

  .post('/held/:entry', async (c) => {
    const form = await readForm(c, decisionForm)
    if (!form.ok) return c.redirect('/held', 303)
    const content = { ...form.values, id: c.req.param('entry') }
    const decided = await save(
      c,
      content,
      (tx, recording) => decideHeld(tx, content, recording),
      () => null,
    )
    if (!(decided instanceof Refusal)) return c.redirect('/held', 303)
    return heldPage(c, { typed: {}, problems: problemsOfRefusal(decided, c.var.say) }, 422)
  })

async function phonesPage(c: C) {
  const { personId, role } = viewerOf(c)
  const mayAll = role === 'coordinator' || role === 'admin'
  const present = tokenHash(phoneToken(c) ?? '')
  const list = await c.var.app.database.read((db) => phones(db, mayAll ? null : personId))
  return render(c, <Phones phones={list} present={present} />)
}

async function heldPage(c: C, filled: Filled, status: 200 | 422) {
  const held = await c.var.app.database.read(heldEntries)
  return render(c, <HeldEntries {...{ held, filled }} />, status)
}

/** The key to seal to, another one when it has served its month; with all that still open something. */
async function keysNow(c: C) {
  const { app, today } = c.var
  const kept = await app.database.read(sealingKeys)
  const [newest] = kept
  if (newest && !isDue(newest, today)) return { newest, all: kept }
  const pair = await app.newKeyPair()
  const made = await app.database.write((tx) => addSealingKey(tx, pair, today))
  if (made instanceof Refusal) throw made
  return { newest: made, all: [made, ...kept] }
}

/** The day only, and once a day: when somebody is outside is nobody's business. */
async function sawPhone(c: C, id: number) {
  const { app, today } = c.var
  await app.database.write((tx) =>
    tx
      .update(phone)
      .set({ sentOn: today })
      .where(sql`${eq(phone.id, id)} and ${phone.sentOn} is not ${today}`),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
