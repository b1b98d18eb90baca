// The head of every document. Its title is the caller's: what a page used outside is called says nothing.
import type { PropsWithChildren } from 'hono/jsx'
import { usePage } from './page.tsx'

/** @param children its scripts, and what else only this kind of page has */
export function DocumentHead({ title, children }: PropsWithChildren<{ title: string }>) {
  const { asset } = usePage()
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={asset('ui.css')} />
      {/* Before anything is painted, where a browser can wait for it: Back must not show a page first. */}
      <script src={asset('cover.js')} type="module" blocking="render" />
      {children}
    </head>
  )
}
