import { Door, Head, Layout } from './layout.tsx'
import { usePage } from './shared/page.tsx'

export function ErrorPage({ title, text }: { title: string; text: string }) {
  const { viewer, isShared, say } = usePage()
  const Shell = viewer ? Layout : Door
  return (
    <Shell title={title}>
      <Head title={title} lead={text} />
      {isShared && (
        <p>
          <a href="/drop-in">{say.dropin.backToTally}</a>
        </p>
      )}
    </Shell>
  )
}
