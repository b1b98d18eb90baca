import { usePage } from './page.tsx'

/** The way to older rows; shown when a page is full. */
export function NextPage({
  rows,
  size = 50,
}: {
  rows: readonly { readonly id: number }[]
  size?: number
}) {
  const { say, path } = usePage()
  const last = rows.at(-1)
  if (rows.length < size || !last) return null
  return (
    <p class="row">
      <a class="button" href={`${path}?before=${last.id}`}>
        {say.common.next}
      </a>
    </p>
  )
}
