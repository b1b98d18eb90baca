import { Door, Head, Layout } from './layout.tsx'
import { usePage } from './shared/page.tsx'

export function ErrorPage({ title, text }: { title: string; text: string }) {
  const Shell = usePage().viewer ? Layout : Door
  return (
    <Shell title={title}>
      <Head title={title} lead={text} />
    </Shell>
  )
}
