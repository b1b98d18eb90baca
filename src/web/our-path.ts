const anyOrigin = 'http://relais.invalid'

/**
 * A path of this app that somebody else may have written, such as ?next=…: safe to send a browser to.
 * @returns null for anything that a browser would read as an address elsewhere: //host, /\host,
 * a tab that browsers drop, /.//host
 */
export function ourPath(typed: string): string | null {
  if (!typed.startsWith('/') || !URL.canParse(typed, anyOrigin)) return null
  const { origin, pathname, search } = new URL(typed, anyOrigin)
  if (origin !== anyOrigin || pathname.startsWith('//')) return null
  return `${pathname}${search}`
}
