// Whatever was not foreseen ends here: logged once, a page with a number, no stack.
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Overloaded } from '#src/db/gate.ts'
import type { Say } from '#src/messages/index.ts'
import { ErrorPage } from '#views/error.tsx'
import type { AppOptions, C, Denial, Env } from './context.ts'
import { render } from './render.tsx'

/** Lets any middleware refuse with a page in the person's language. */
export const denials: MiddlewareHandler<Env> = async (c, next) => {
  c.set('deny', (why: Denial) => denied(c, why))
  await next()
}

export function denied(c: C, why: Denial) {
  const [status, title, text] = words(c.var.say, why)
  if (status === 503) c.header('Retry-After', '5')
  return render(c, <ErrorPage title={title} text={text} />, status)
}

export function onError(app: AppOptions) {
  return (error: Error, c: C) => {
    if (error instanceof Overloaded) return denied(c, 503)
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
    const { say } = c.var
    if (!say) return c.text(`Something went wrong (${id}).`, 500)
    return render(
      c,
      <ErrorPage title={say.errors.brokenTitle} text={say.errors.broken({ id })} />,
      500,
    )
  }
}

function words({ errors, keeping }: Say, why: Denial): [ContentfulStatusCode, string, string] {
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
    case 503:
      return [503, errors.busyTitle, errors.busy]
  }
}
