// Everybody's own account, and who may use the app as what.
import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import type { Tx } from '#src/db/gate.ts'
import { session } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { originOf } from '#src/web/security.ts'
import { longestIdle, startSession, tokenHash } from '#src/web/session.ts'
import { Account } from '#views/people/account.tsx'
import { People } from '#views/people/index.tsx'
import { InvitationLink } from '#views/people/link.tsx'
import { NewPerson } from '#views/people/new.tsx'
import { ShowPerson } from '#views/people/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { addPerson, disablePerson, editPerson, enablePerson } from './edit-person.ts'
import { newPersonForm, passwordForm, personForm } from './form.ts'
import { addLink } from './one-time-link.ts'
import { passwordHash } from './passwords.ts'
import { provePassword } from './prove-password.ts'
import { people, personById, sessionsOf } from './queries.ts'
import { endSecondStep } from './second-step.ts'
import { setPassword } from './set-password.ts'

export const peopleRoutes = new Hono<Env>()
  .get('/account', (c) => accountPage(c, blank, 200))

  .post('/account/password', async (c) => {
    const form = await readForm(c, passwordForm)
    if (!form.ok) return accountPage(c, form, 422)
    const { app, now } = c.var
    const me = await app.database.read((db) => personById(db, viewerOf(c).personId))
    const hash = await passwordHash(form.values.newPassword)
    const claim = { signInName: me?.signInName ?? '', password: form.values.password }
    const proven = await provePassword(
      app.database,
      { ...claim, address: null },
      now,
      async (tx, personId) => {
        await setPassword(tx, { personId, passwordHash: hash })
        await startSession(c, tx, personId)
      },
    )
    if (!(proven instanceof Refusal)) return c.redirect('/account?changed', 303)
    const why =
      proven.code === 'signInWrong' ? new Refusal('passwordWrong', {}, 'password') : proven
    return accountPage(c, refused(c, {}, why), 422)
  })

  .post('/account/sessions/:session/end', async (c) => {
    const { personId, tokenHash: present } = viewerOf(c)
    const hash = c.req.param('session')
    await c.var.app.database.write((tx) =>
      tx.delete(session).where(and(eq(session.tokenHash, hash), eq(session.personId, personId))),
    )
    return c.redirect(hash === present ? '/sign-in' : '/account', 303)
  })

  .get('/people', async (c) =>
    render(c, <People people={await c.var.app.database.read((db) => people(db))} />),
  )

  .get('/people/new', (c) => render(c, <NewPerson filled={blank} />))

  .post('/people', async (c) => {
    const form = await readForm(c, newPersonForm)
    if (!form.ok) return render(c, <NewPerson filled={form} />, 422)
    const id = await save(
      c,
      form.values,
      (tx, recording) => addPerson(tx, form.values, recording),
      () => null,
    )
    if (id instanceof Refusal) {
      return render(c, <NewPerson filled={refused(c, form.typed, id)} />, 422)
    }
    return newInvitation(c, id)
  })

  .get('/people/:id', (c) => personPage(c, { filled: blank }, 200))

  .post('/people/:id', async (c) => {
    const form = await readForm(c, personForm)
    if (!form.ok) return personPage(c, { filled: form }, 422)
    const content = { ...form.values, personId: idOf(c) }
    const saved = await save(
      c,
      content,
      (tx, recording) => editPerson(tx, idOf(c), form.values, recording),
      () => null,
    )
    if (!(saved instanceof Refusal)) return c.redirect('/people', 303)
    return personPage(c, { filled: refused(c, form.typed, saved) }, 422)
  })

  .post('/people/:id/disabling', (c) => changeAccess(c, disablePerson))

  .post('/people/:id/enabling', (c) => changeAccess(c, enablePerson))

  .post('/people/:id/second-step-removal', (c) => changeAccess(c, endSecondStep))

  .post('/people/:id/invitation', async (c) => {
    const form = await readForm(c, buttonForm)
    return form.ok
      ? newInvitation(c, idOf(c))
      : personPage(c, { filled: blank, refused: form }, 422)
  })

async function accountPage(c: C, filled: Filled, status: 200 | 422) {
  const { app, now } = c.var
  const { personId, tokenHash: present } = viewerOf(c)
  const [me, sessions] = await app.database.read((db) =>
    Promise.all([personById(db, personId), sessionsOf(db, { personId, at: now, longestIdle })]),
  )
  return render(
    c,
    <Account
      {...{ sessions, present, filled, timeZone: app.timeZone }}
      signInName={me?.signInName ?? ''}
      hasSecondStep={me?.hasSecondStep ?? false}
      wantsDigest={app.sendsMail ? (me?.wantsDigest ?? false) : null}
      changed={status === 200 && c.req.query('changed') !== undefined}
    />,
    status,
  )
}

async function personPage(c: C, shown: { filled: Filled; refused?: Filled }, status: 200 | 422) {
  const person = await c.var.app.database.read((db) => personById(db, idOf(c)))
  return person ? render(c, <ShowPerson person={person} {...shown} />, status) : c.notFound()
}

async function changeAccess(
  c: C,
  command: (tx: Tx, id: number, recording: Recording) => Promise<number>,
) {
  const form = await readForm(c, buttonForm)
  if (!form.ok) return personPage(c, { filled: blank, refused: form }, 422)
  const content = { ...form.values, path: c.req.path }
  const done = await save(
    c,
    content,
    (tx, recording) => command(tx, idOf(c), recording),
    () => null,
  )
  if (!(done instanceof Refusal)) return c.redirect(`/people/${done}`, 303)
  return personPage(c, { filled: blank, refused: refused(c, {}, done) }, 422)
}

/** Answers the only page that shows the link; sent again it makes a new link, and the first is dead. */
async function newInvitation(c: C, id: number) {
  const { app, now } = c.var
  const person = await app.database.read((db) => personById(db, id))
  if (!person || person.disabledOn !== null) return c.notFound()
  const token = app.newToken()
  await app.database.write((tx) =>
    addLink(tx, { purpose: 'invitation', personId: id, tokenHash: tokenHash(token), at: now }),
  )
  return render(c, <InvitationLink person={person} url={`${originOf(c)}/invitations/${token}`} />)
}

function refused(c: C, typed: Filled['typed'], refusal: Refusal): Filled {
  return { typed, problems: problemsOfRefusal(refusal, c.var.say) }
}
