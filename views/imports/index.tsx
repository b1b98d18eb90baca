import { Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { columnsOf, importKinds } from './columns.ts'
import { FileForm } from './file-form.tsx'

export function Imports() {
  const { imports } = useSay()
  return (
    <Layout title={imports.title} section="imports" narrow>
      <Head title={imports.title} lead={imports.lead} />
      <FileForm />
      {importKinds.map((kind) => (
        <KindHelp kind={kind} />
      ))}
    </Layout>
  )
}

function KindHelp({ kind }: { kind: (typeof importKinds)[number] }) {
  const { imports } = useSay()
  return (
    <section class="panel">
      <h2>{imports.kinds[kind]}</h2>
      <p>{imports.kindHints[kind]}</p>
      <table class="terms">
        <caption class="hidden">{imports.columns}</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">{imports.column}</th>
            <th scope="col">{imports.sample}</th>
          </tr>
        </thead>
        <tbody>
          {columnsOf[kind].map(({ name, sample, isNeeded, hint }) => (
            <tr>
              <th scope="row">
                <code>{name}</code> {isNeeded && <span class="pill">{imports.required}</span>}
                <small>{imports.columnHints[hint]}</small>
              </th>
              <td>{sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
