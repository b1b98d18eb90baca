// The socket: TLS where there is a certificate, no patience for who is slow on purpose, and an end
// that answers everybody who was let in.
import { once } from 'node:events'
import { createServer } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'

type ListenOptions = {
  readonly host: string
  readonly port: number
  /** PEM; absent where a proxy speaks TLS, or on this machine alone. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined
}

export type Listening = {
  readonly port: number
  /** Takes nobody new, answers who is inside, and resolves within 4 seconds. */
  readonly stop: () => Promise<void>
}

/** The address cannot be listened on, and the message says what a person should do about it. */
export class CannotListen extends Error {}

// Node would wait a minute for a request's headers and five for its body, and look every half minute.
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
}

const longestStop = 4_000

/** @throws CannotListen */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  { host, port, tls }: ListenOptions,
): Promise<Listening> {
  const server = makeServer(fetch, tls)
  let stopping = false
  server.prependListener('request', (_, outgoing) => {
    if (stopping) outgoing.setHeader('Connection', 'close')
  })
  server.listen(port, host)
  await once(server, 'listening').catch((error) => {
    throw new CannotListen(whyNot(error, { host, port }), { cause: error })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      stopping = true
      const closed = once(server, 'close')
      server.close()
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), longestStop)
      await closed
      clearInterval(idle)
      clearTimeout(late)
    },
  }
}

function makeServer(fetch: Parameters<typeof listen>[0], tls: ListenOptions['tls']) {
  try {
    const server = createAdaptorServer({
      fetch,
      ...(tls
        ? { createServer, serverOptions: { ...patience, ...tls } }
        : { serverOptions: patience }),
    })
    if (!('closeIdleConnections' in server)) throw new Error('not an HTTP/1.1 server')
    return server
  } catch (error) {
    throw new CannotListen(
      'TLS_CERT_FILE and TLS_KEY_FILE do not make a certificate. Check that both are PEM files, and belong together.',
      { cause: error },
    )
  }
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or set PORT to another.`
  }
  if (error.code === 'EACCES') {
    return `This account may not listen on port ${port}. Set PORT to 1024 or more.`
  }
  return `HOST ${host} cannot be listened on (${error.code}). Use an address of this machine.`
}
