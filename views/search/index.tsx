import type { Found, Group } from '#src/search/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'

/** Where each thing is read. */
const paths: Readonly<Record<Group, (id: number) => string>> = {
  items: (id) => `/items/${id}`,
  lots: (id) => `/lots/${id}`,
  bags: (id) => `/bags/${id}`,
  venues: (id) => `/venues/${id}`,
  stockrooms: (id) => `/stock?place=${id}`,
  donors: (id) => `/places/${id}/edit`,
  suppliers: (id) => `/places/${id}/edit`,
}

/** One search over everything that has a name; only what this person may open is shown. */
export function Search({ q, results }: { q: string; results: readonly Found[] }) {
  const { say, viewer } = usePage()
  const { search } = say
  const shown = results.filter(({ group, id }) => {
    const [path = ''] = paths[group](id).split('?')
    return viewer?.mayOpen(path)
  })
  const groups = [...new Set(shown.map(({ group }) => group))]
  return (
    <Layout title={search.title} section="search">
      <Head title={search.title} />
      <SearchForm q={q} />
      <p class="minor">
        <small id="search-hint">
          <kbd>Ctrl</kbd> <kbd>K</kbd> {search.shortcut}
        </small>
      </p>
      {q === '' && <Empty icon="search" title={search.begin} hint={search.beginHint} />}
      {q !== '' && shown.length === 0 && (
        <Empty icon="search" title={search.nothing({ q })} hint={search.nothingHint}>
          {viewer?.mayOpen('/catalogue') && (
            <p>
              <a class="button" href="/catalogue">
                {search.seeAll}
              </a>
            </p>
          )}
        </Empty>
      )}
      {groups.map((group) => (
        <Results group={group} results={shown.filter((each) => each.group === group)} />
      ))}
    </Layout>
  )
}

function SearchForm({ q }: { q: string }) {
  const { search } = useSay()
  return (
    <form class="filters fields" action="/search" method="get" role="search">
      <p class="field">
        <label for="search">{search.what}</label>
        <input
          {...{ id: 'search', name: 'q', type: 'search', value: q, maxlength: 120 }}
          aria-keyshortcuts="Control+K Meta+K"
          aria-describedby="search-hint"
          autofocus={q === ''}
        />
      </p>
      <p class="row end">
        <button class="primary" type="submit">
          {search.go}
        </button>
      </p>
    </form>
  )
}

function Results({ group, results }: { group: Group; results: readonly Found[] }) {
  const say = useSay()
  const { search, common } = say
  return (
    <section aria-labelledby={`h-${group}`}>
      <h2 id={`h-${group}`}>{search.groups[group]}</h2>
      <ul class="lines" role="list">
        {results.map((result) => (
          <li>
            <span>
              <a href={paths[group](result.id)}>{nameOf(result, say)}</a>{' '}
              {result.retired && <span class="pill">{common.retired}</span>}
              {result.code !== null && <small>{detailOf(result, say)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Say = ReturnType<typeof useSay>

/** A lot is known by its number, anything else by its name. */
function nameOf(result: Found, say: Say): string {
  return result.group === 'lots' ? (result.code ?? '') : say.name(result)
}

function detailOf(result: Found, say: Say): string | null {
  return result.group === 'lots' ? say.name(result) : result.code
}
