import type { PropsWithChildren } from 'hono/jsx'
import { usePage } from './page.tsx'

/** Takes a file or a page that leaves: it is written down first. Not boosted, because a file is no page. */
export function ExportButton({
  path,
  kind,
  children,
}: PropsWithChildren<{ path: string; kind?: string }>) {
  const { newId } = usePage()
  return (
    <form method="post" action="/exports" class="inline" hx-boost="false">
      <input type="hidden" name="requestId" value={newId()} />
      <input type="hidden" name="path" value={path} />
      <button type="submit" class={kind}>
        {children}
      </button>
    </form>
  )
}
