import { usePage } from './page.tsx'

/** The way to older rows; shown when a page is full. */
export function NextPage({
  rows,
  size = 50,
  kept = {},
}: {
  rows: readonly { readonly id: number }[]
  size?: number
  /** What the query asks for beside the page; null for what it does not. */
  kept?: Readonly<Record<string, string | null>>
}) {
  const { say, path } = usePage()
  const last = rows.at(-1)
  if (rows.length < size || !last) return null
  const asked = Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams([...asked, ['before', String(last.id)]])
  return (
    <p class="row">
      <a class="button" href={`${path}?${query}`}>
        {say.common.next}
      </a>
    </p>
  )
}
