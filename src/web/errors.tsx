// Whatever was not foreseen ends here: logged once, a page with a number, no stack.
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Overloaded } from '#src/db/gate.ts'
import { type Say, say } from '#src/messages/index.ts'
import { ErrorPage } from '#views/error.tsx'
import type { AppOptions, C, Denial, Env } from './context.ts'
import { holdAtDoor } from './held-form.tsx'
import { render } from './render.tsx'

/** Lets any middleware refuse with a page in the person's language. */
export const denials: MiddlewareHandler<Env> = async (c, next) => {
  c.set('deny', (why: Denial) => denied(c, why))
  await next()
}

export function denied(c: C, why: Denial) {
  if (why === 401) return holdAtDoor(c)
  const [status, title, text] = words(c.var.say, why)
  if (status === 503) c.header('Retry-After', '5')
  return render(c, <ErrorPage title={title} text={text} />, status)
}

export function onError(app: AppOptions) {
  return (error: Error, c: C) => {
    if (error instanceof Overloaded) return turnedAway(c)
    if (error instanceof HTTPException) {
      return error.status === 404 || error.status === 413
        ? denied(c, error.status)
        : error.getResponse()
    }
    const id = app.newId().slice(0, 8)
    app.log({
      message: 'failed',
      id,
      path: c.req.routePath,
      method: c.req.method,
      error: error.stack ?? error.message,
    })
    if (!c.var.say) return c.text(`Something went wrong (${id}).`, 500)
    const { brokenTitle, broken } = c.var.say.errors
    return render(c, <ErrorPage title={brokenTitle} text={broken({ id })} />, 500)
  }
}

/** As text: a page would read, and wait like the others. In both languages while nobody knows whose. */
function turnedAway(c: C) {
  const languages = c.var.say ? [c.var.say] : [say('fr'), say('en')]
  c.header('Retry-After', '5')
  return c.text(
    languages.map(({ errors }) => `${errors.busyTitle}. ${errors.busy}`).join('\n'),
    503,
  )
}

function words(
  { errors, keeping }: Say,
  why: Exclude<Denial, 401>,
): [ContentfulStatusCode, string, string] {
  switch (why) {
    case 'damaged':
      return [503, keeping.damagedTitle, keeping.damaged]
    case 'origin':
      return [403, errors.originTitle, errors.origin]
    case 403:
      return [403, errors.forbiddenTitle, errors.forbidden]
    case 404:
      return [404, errors.notFoundTitle, errors.notFound]
    case 405:
      return [405, errors.methodTitle, errors.method]
    case 413:
      return [413, errors.tooLargeTitle, errors.tooLarge]
  }
}
