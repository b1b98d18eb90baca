// The second step of one's own account: set up with an app, and ended with the password. Secrets never
// pass through save(): what it remembers of a request is quick to guess from.
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { qrRows } from '#src/qr.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { recordingOf } from '#src/web/save.ts'
import { RecoveryCodes, SecondStep } from '#views/people/second-step.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { confirmationForm, removalForm } from '../form.ts'
import { provePassword } from '../prove-password.ts'
import { personById } from '../queries.ts'
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  paperCode,
  recoveryCodes,
  secondStepOf,
} from '../second-step.ts'
import { totpAddress, totpSecret } from '../totp.ts'

export const secondStepRoutes = new Hono<Env>()
  .get('/account/second-step', (c) => secondStepPage(c, blank, 200))

  .post('/account/second-step', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return secondStepPage(c, form, 422)
    const { app } = c.var
    const { personId } = viewerOf(c)
    const secret = totpSecret(app.newToken())
    const begun = await app.database.write((tx) => beginSecondStep(tx, { personId, secret }))
    return begun instanceof Refusal ? refused(c, begun) : c.redirect('/account/second-step', 303)
  })

  .post('/account/second-step/confirmation', async (c) => {
    const form = await readForm(c, confirmationForm)
    if (!form.ok) return secondStepPage(c, form, 422)
    const { app } = c.var
    const { personId } = viewerOf(c)
    const paper = Array.from({ length: recoveryCodes }, () => paperCode(app.newToken()))
    const { code, requestId } = form.values
    const confirmed = await app.database.write((tx) =>
      confirmSecondStep(tx, { personId, code, paper }, recordingOf(c, requestId)),
    )
    return confirmed instanceof Refusal
      ? refused(c, confirmed)
      : render(c, <RecoveryCodes codes={paper} />)
  })

  .post('/account/second-step/removal', async (c) => {
    const form = await readForm(c, removalForm)
    if (!form.ok) return secondStepPage(c, form, 422)
    const { app, now } = c.var
    const { password, requestId } = form.values
    const me = await app.database.read((db) => personById(db, viewerOf(c).personId))
    const claim = { signInName: me?.signInName ?? '', password, address: null }
    const ended = await provePassword(app.database, claim, now, (tx, personId) =>
      endSecondStep(tx, personId, recordingOf(c, requestId)),
    )
    if (!(ended instanceof Refusal)) return c.redirect('/account', 303)
    const isWrong = ended.code === 'signInWrong'
    return refused(c, isWrong ? new Refusal('passwordWrong', {}, 'password') : ended)
  })

async function secondStepPage(c: C, filled: Filled, status: 200 | 422) {
  const { app, programme } = c.var
  const { personId } = viewerOf(c)
  const [me, found] = await app.database.read((db) =>
    Promise.all([personById(db, personId), secondStepOf(db, personId)]),
  )
  const issuer = programme.neutralName
  const sharing = found?.confirmedAt === null ? found.secret : null
  const address =
    sharing && totpAddress({ secret: sharing, signInName: me?.signInName ?? '', issuer })
  return render(
    c,
    <SecondStep
      filled={filled}
      codesLeft={found && found.confirmedAt !== null ? found.codesLeft : null}
      sharing={sharing && address ? { secret: sharing, address, qr: qrRows(address) } : null}
    />,
    status,
  )
}

function refused(c: C, refusal: Refusal) {
  const problems = problemsOfRefusal(refusal, c.var.say)
  return secondStepPage(c, { typed: {}, problems }, 422)
}
