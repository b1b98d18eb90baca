import { useSay } from '../shared/page.tsx'

// More characters than this are not mended in a box on a page.
const mostShown = 20_000
const rowsOf = (csv: string) => Math.min(15, Math.max(5, csv.split('\n').length + 1))

/** A file, or its rows pasted: with what was sent before, to be mended in place. */
export function FileForm({ csv = '' }: { csv?: string }) {
  const { imports } = useSay()
  const isShown = csv !== '' && csv.length <= mostShown
  return (
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
        <label for="csv">{isShown ? imports.mend : imports.paste}</label>
        <textarea id="csv" name="csv" rows={isShown ? rowsOf(csv) : 5} wrap="off">
          {isShown ? csv : ''}
        </textarea>
      </div>
      <button class="primary" type="submit">
        {imports.look}
      </button>
    </form>
  )
}
