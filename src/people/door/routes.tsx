// The door: signing in and out, and the links that are good once. Passwords and links never pass
// through save(): what it remembers of a request would hold a hash of them that is quick to guess.
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import type { Tx } from '#src/db/gate.ts'
import { session } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal, refuse } from '#src/refusal.ts'
import { addressOf } from '#src/web/address.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { heldAgain } from '#src/web/held-form.tsx'
import { ourPath } from '#src/web/our-path.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { recordingOf } from '#src/web/save.ts'
import { forgetSession, startSession, tokenHash } from '#src/web/session.ts'
import { DemoSignIn } from '#views/people/demo-sign-in.tsx'
import { Invitation } from '#views/people/invitation.tsx'
import { LinkSpent } from '#views/people/link-spent.tsx'
import { SecondStepAtDoor } from '#views/people/second-step.tsx'
import { SetUp } from '#views/people/set-up.tsx'
import { SignIn } from '#views/people/sign-in.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { codeForm, invitationForm, setUpForm, signInForm } from '../form.ts'
import { addLink, goodLink, type Purpose, spendLink } from '../one-time-link.ts'
import { passwordHash } from '../passwords.ts'
import { proveCode } from '../prove-code.ts'
import { provePassword } from '../prove-password.ts'
import { asksSecondStep } from '../second-step.ts'
import { setPassword } from '../set-password.ts'
import { setUp } from '../set-up.ts'

export const doorRoutes = new Hono<Env>()
  .get('/sign-in', async (c) => (c.var.viewer ? c.redirect('/', 303) : signInPage(c, blank, 200)))

  .post('/sign-in', async (c) => {
    const form = await readForm(c, signInForm)
    if (!form.ok) return signInPage(c, form, 422)
    const { next, signInName, password, ...held } = form.values
    const claim = { signInName, password, address: addressOf(c) || null }
    const proof = await provePassword(c.var.app.database, claim, c.var.now, (tx, personId) =>
      admit(c, tx, personId),
    )
    if (proof instanceof Refusal) {
      const { typed } = form
      return signInPage(c, { typed, problems: problemsOfRefusal(proof, c.var.say) }, 422)
    }
    if (proof === null) return arrive(c, { next, ...held })
    const typed = { proof, next, ...held }
    return render(c, <SecondStepAtDoor filled={{ typed, problems: {} }} />)
  })

  .post('/sign-in/second-step', async (c) => {
    const form = await readForm(c, codeForm)
    if (!form.ok) return render(c, <SecondStepAtDoor filled={form} />, 422)
    const { proof, code, ...way } = form.values
    const opened = await proveCode(
      c.var.app.database,
      { proofHash: tokenHash(proof), code, at: c.var.now },
      (tx, personId) => startSession(c, tx, personId),
    )
    if (!(opened instanceof Refusal)) return arrive(c, way)
    const problems = problemsOfRefusal(opened, c.var.say)
    if (opened.code === 'secondStepLate') return signInPage(c, { typed: way, problems }, 422)
    return render(c, <SecondStepAtDoor filled={{ typed: form.typed, problems }} />, 422)
  })

  .post('/sign-out', async (c) => {
    const { tokenHash: hash } = viewerOf(c)
    await c.var.app.database.write((tx) => tx.delete(session).where(eq(session.tokenHash, hash)))
    forgetSession(c)
    return c.redirect('/sign-in', 303)
  })

  .get('/set-up/:token', async (c) =>
    (await linked(c, 'set-up')) ? render(c, <SetUp filled={blank} />) : linkSpent(c),
  )

  .post('/set-up/:token', async (c) => {
    if (!(await linked(c, 'set-up'))) return linkSpent(c)
    const form = await readForm(c, setUpForm)
    if (!form.ok) return render(c, <SetUp filled={form} />, 422)
    const { requestId, password, ...programme } = form.values
    const hashes = { passwordHash: await passwordHash(password), linkHash: linkHash(c) }
    return enter(c, requestId, '/start', (tx, recording) =>
      setUp(tx, { ...programme, ...hashes }, recording),
    )
  })

  .get('/invitations/:token', async (c) => {
    const invited = (await linked(c, 'invitation'))?.person
    return invited ? render(c, <Invitation invited={invited} filled={blank} />) : linkSpent(c)
  })

  .post('/invitations/:token', async (c) => {
    const invited = (await linked(c, 'invitation'))?.person
    if (!invited) return linkSpent(c)
    const form = await readForm(c, invitationForm)
    if (!form.ok) return render(c, <Invitation invited={invited} filled={form} />, 422)
    const hash = await passwordHash(form.values.password)
    return enter(c, form.values.requestId, '/', async (tx) => {
      const { id } = (await spendLink(tx, asked(c, 'invitation'))) ?? refuse('linkSpent', {})
      await setPassword(tx, { personId: id, passwordHash: hash })
      return id
    })
  })

  .get('/demo-sign-in/:token', async (c) => {
    const somebody = (await linked(c, 'demo'))?.person
    return somebody ? render(c, <DemoSignIn somebody={somebody} />) : linkSpent(c)
  })

  .post('/demo-sign-in/:token', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return linkSpent(c)
    return enter(c, form.values.requestId, '/', async (tx) => {
      const { id } = (await spendLink(tx, asked(c, 'demo'))) ?? refuse('linkSpent', {})
      return id
    })
  })

function signInPage(c: C, filled: Filled, status: 200 | 422) {
  return render(c, <SignIn filled={filled} next={c.req.query('next') ?? ''} />, status)
}

/**
 * Signs a person in whose password was right, or asks for the second step.
 * @returns what proves the password then; null when the session has begun
 */
async function admit(c: C, tx: Tx, personId: number): Promise<string | null> {
  if (!(await asksSecondStep(tx, personId))) {
    await startSession(c, tx, personId)
    return null
  }
  const proof = c.var.app.newToken()
  const link = { purpose: 'second-step', personId, tokenHash: tokenHash(proof) } as const
  await addLink(tx, { ...link, at: c.var.now })
  return proof
}

type Way = { readonly next: string; readonly heldPath: string; readonly held: string }

/** Where somebody was going before the door. */
async function arrive(c: C, { next, ...held }: Way) {
  return (await heldAgain(c, held)) ?? c.redirect(ourPath(next) ?? '/', 303)
}

/** Signs in whomever `prove` says, in the same transaction as what proves it. */
async function enter(
  c: C,
  requestId: string,
  path: string,
  prove: (tx: Tx, recording: Recording) => Promise<number>,
) {
  const done = await c.var.app.database.write(async (tx) => {
    const personId = await prove(tx, recordingOf(c, requestId))
    // A link stands for the password, not for what is asked after it.
    if (await asksSecondStep(tx, personId)) return '/sign-in'
    await startSession(c, tx, personId)
    return path
  })
  return done instanceof Refusal ? linkSpent(c) : c.redirect(done, 303)
}

function linkHash(c: C): string {
  return tokenHash(c.req.param('token') ?? '')
}

function asked(c: C, purpose: Purpose) {
  return { purpose, tokenHash: linkHash(c), at: c.var.now }
}

function linked(c: C, purpose: Purpose) {
  return c.var.app.database.read((db) => goodLink(db, asked(c, purpose)))
}

function linkSpent(c: C) {
  return render(c, <LinkSpent />, 404)
}
