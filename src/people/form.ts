import { z } from 'zod'
import { choice, id, problem, requestId, text } from '#src/fields.ts'

/** Long enough that nothing else is asked of a password: no digits, no signs, no change every spring. */
export const shortestPassword = 12

const longestPassword = 500

const signInName = () => text().transform((typed) => typed.toLowerCase())
const role = () => choice(['outreach', 'stock', 'coordinator', 'admin'])
const language = () => choice(['fr', 'en'])

const givenPassword = () =>
  z
    .string({ error: problem('required') })
    .min(1, { error: problem('required') })
    .max(longestPassword, { error: problem('text', { max: longestPassword }) })

const newPassword = () =>
  givenPassword().refine((typed) => [...typed].length >= shortestPassword, {
    error: problem('passwordShort', { min: shortestPassword }),
  })

/** What was on the way when somebody came to the door. */
const carried = {
  /** Where the person was going. */
  next: z.string().default(''),
  /** The form that was sent when the session had ended. */
  heldPath: z.string().default(''),
  held: z.string().default(''),
}

export const signInForm = z.strictObject({
  requestId: requestId(),
  signInName: signInName(),
  password: givenPassword(),
  ...carried,
})

export const setUpForm = z.strictObject({
  requestId: requestId(),
  programmeName: text(),
  name: text(),
  signInName: signInName(),
  password: newPassword(),
  language: language(),
})

export type SetUpForm = z.output<typeof setUpForm>

export const invitationForm = z.strictObject({ requestId: requestId(), password: newPassword() })

export const passwordForm = z.strictObject({
  requestId: requestId(),
  password: givenPassword(),
  newPassword: newPassword(),
})

/** The second step of signing in. */
export const codeForm = z.strictObject({
  requestId: requestId(),
  /** Proves that the password was right. */
  proof: z.string(),
  code: text(40),
  ...carried,
})

export const confirmationForm = z.strictObject({ requestId: requestId(), code: text(40) })

/** What undoes a protection asks for the password again. */
export const removalForm = z.strictObject({ requestId: requestId(), password: givenPassword() })

export const newPersonForm = z.strictObject({
  requestId: requestId(),
  name: text(),
  signInName: signInName(),
  role: role(),
  language: language(),
})

export type NewPersonForm = z.output<typeof newPersonForm>

export const personForm = newPersonForm.extend({ version: id() })

export type PersonForm = z.output<typeof personForm>
