// Drawing is most of what a page costs. What is drawn of a thing that stays the same object while
// nothing was written is drawn once.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '#src/messages/index.ts'

type Drawn = ReturnType<typeof raw>

const kept = new WeakMap<object, Map<string, Drawn>>()

/** `as` tells apart what is drawn of the same thing; nothing in it may differ by person or by request. */
export function drawn(
  thing: object,
  { language, as = '' }: { readonly language: Language; readonly as?: string },
  draw: () => Child,
): Drawn {
  const drawings = kept.get(thing) ?? new Map<string, Drawn>()
  kept.set(thing, drawings)
  const key = `${language} ${as}`
  const drawing = drawings.get(key) ?? raw(String(draw()))
  drawings.set(key, drawing)
  return drawing
}
