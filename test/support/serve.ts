// The app over a world on a port of its own, for a browser.
import type { AddressInfo } from 'node:net'
import { serve as listen, type ServerType } from '@hono/node-server'
import type { AppOptions } from '#src/web/context.ts'
import { appOf, type World } from './world.ts'

export type Served = { readonly url: string; readonly close: () => Promise<void> }

/** Serves until closed; the port is one that is free. */
export async function serve(world: World, options: Partial<AppOptions> = {}): Promise<Served> {
  const { fetch } = appOf(world, options)
  const server = await new Promise<ServerType>((resolve) => {
    const started = listen({ fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // A browser that is still open keeps its connections.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
