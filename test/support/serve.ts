// The app over a world on a port of its own, for a browser.
import type { AddressInfo } from 'node:net'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { AppOptions } from '#src/web/context.ts'
import { appOf, type World } from './world.ts'

export type Served = {
  readonly url: string
  /** From now on texts are answered otherwise: as a new version of the app would. */
  readonly change: (change: (path: string, text: string) => string) => void
  readonly close: () => Promise<void>
}

/** Serves until closed; the port is one that is free. */
export async function serve(world: World, options: Partial<AppOptions> = {}): Promise<Served> {
  const app = appOf(world, options)
  let change: ((path: string, text: string) => string) | undefined
  const fetch = async (request: Request) => {
    if (!change) return app.fetch(request)
    const uncompressed = new Headers(request.headers)
    uncompressed.delete('accept-encoding')
    const answer = await app.fetch(new Request(request, { headers: uncompressed }))
    const text = change(new URL(request.url).pathname, await answer.text())
    return new Response(text, { status: answer.status, headers: answer.headers })
  }
  const server = await new Promise<ServerType>((resolve) => {
    const started = listen({ fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    change: (next) => {
      change = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // A browser that is still open keeps its connections.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
