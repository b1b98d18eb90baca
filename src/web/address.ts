// Where a request comes from: only to slow down guessing, never kept and never logged.
import type { C } from './context.ts'

/**
 * The client's address: the socket's, or what our own proxy added last to X-Forwarded-For. An IPv6
 * address counts by its /64, which is what one household has. '' where there is no socket.
 */
export function addressOf(c: C): string {
  const forwarded = c.var.app.trustProxy ? c.req.header('x-forwarded-for') : undefined
  const address = forwarded?.split(',').at(-1)?.trim() ?? socketAddress(c.env)
  return address.includes(':') ? network(address) : address
}

function socketAddress(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}

/** The first four of an IPv6 address's eight groups; an IPv4 address written as IPv6 as it is. */
function network(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length)
  const [start = '', end = ''] = address.split('::')
  const groups = start.split(':').filter(Boolean)
  const after = end.split(':').filter(Boolean)
  const missing = Array.from({ length: 8 - groups.length - after.length }, () => '0')
  return [...groups, ...missing, ...after].slice(0, 4).join(':')
}
