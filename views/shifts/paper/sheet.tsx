// A shift by hand, on one Letter page: places by alias, items by code, boxes for counts.
import type { venuesDue } from '#src/ledger/venues-due.ts'
import type { bagById, parOf } from '#src/shifts/queries.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { useSay } from '../../shared/page.tsx'
import { QrCode } from '../../shared/qr-code.tsx'

type TallySheetProps = {
  bag: NonNullable<Awaited<ReturnType<typeof bagById>>>
  par: Awaited<ReturnType<typeof parOf>>
  venues: Awaited<ReturnType<typeof venuesDue>>
  /** Where the sheet is typed in. */
  address: string
  qr: readonly (readonly boolean[])[]
}

/** As many as the page has room for; whatever else was given has lines of its own below. */
const most = { items: 13, venues: 17 }
const blankRows = 3

export function TallySheet({ bag, par, venues, address, qr }: TallySheetProps) {
  const say = useSay()
  const { paper } = say
  const title = paper.title({ bag: say.name(bag) })
  const items = par.slice(0, most.items).map(({ item }) => item)
  const aliases = venues.slice(0, most.venues).map((venue) => say.name(venue))
  return (
    <Layout title={title} section="bags">
      <Head title={title} />
      <p class="muted unprinted">{paper.hint}</p>
      {items.length === 0 ? (
        <Empty icon="list" title={say.bags.noPar} hint={say.bags.noParHint} />
      ) : (
        <div class="by-hand sheet-by-hand">
          <div class="by-hand-head">
            <Blanks />
            <QrCode rows={qr} label={paper.qr({ address })} />
          </div>
          <Counts codes={items.map(({ code }) => code)} aliases={aliases} />
          <p>
            <b>{paper.notes}</b> {paper.notesHint}
          </p>
        </div>
      )}
    </Layout>
  )
}

function Blanks() {
  const { paper } = useSay()
  return (
    <p>
      {[paper.day, paper.who, paper.from].map((label) => (
        <span class="blank">{label}</span>
      ))}
      <small>{paper.howTo}</small>
    </p>
  )
}

function Counts({ codes, aliases }: { codes: readonly string[]; aliases: readonly string[] }) {
  const { paper } = useSay()
  const rows = [...aliases, ...Array.from({ length: blankRows }, () => '')]
  return (
    <div class="scrolls" tabindex={0} role="region" aria-label={paper.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{paper.place}</th>
            <th scope="col">{paper.people}</th>
            {codes.map((code) => (
              <th scope="col">{code}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((alias) => (
            <tr>
              <th scope="row">{alias || <span class="hidden">{paper.otherPlace}</span>}</th>
              <td />
              {codes.map(() => (
                <td />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
