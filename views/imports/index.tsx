import { Head, Layout } from '../layout.tsx'
import { useSay } from '../shared/page.tsx'
import { columnsOf, importKinds } from './columns.ts'

export function Imports() {
  const { imports } = useSay()
  return (
    <Layout title={imports.title} section="imports" narrow>
      <Head title={imports.title} lead={imports.lead} />
      <form
        method="post"
        action="/imports/preview"
        enctype="multipart/form-data"
        hx-boost="false"
        class="panel"
      >
        <div class="field">
          <label for="file">{imports.file}</label>
          <input id="file" name="file" type="file" accept=".csv,text/csv,.txt" />
        </div>
        <div class="field">
          <label for="csv">{imports.paste}</label>
          <textarea id="csv" name="csv" rows={5} />
        </div>
        <button class="primary" type="submit">
          {imports.look}
        </button>
      </form>
      {importKinds.map((kind) => (
        <KindHelp kind={kind} />
      ))}
    </Layout>
  )
}

function KindHelp({ kind }: { kind: (typeof importKinds)[number] }) {
  const { imports } = useSay()
  const columns = columnsOf[kind]
  return (
    <section class="panel">
      <h2>{imports.kinds[kind]}</h2>
      <p>{imports.kindHints[kind]}</p>
      <div class="scroll" tabindex={0} role="group" aria-label={imports.columns}>
        <table class="data">
          <caption>{imports.columns}</caption>
          <thead>
            <tr>
              {columns.map(({ name, isNeeded }) => (
                <th scope="col">
                  <code>{name}</code>
                  {isNeeded && <small> {imports.required}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {columns.map(({ sample }) => (
                <td>{sample}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
