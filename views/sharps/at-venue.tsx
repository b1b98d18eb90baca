import type { DueBin } from '#src/ledger/bins.ts'
import { usePage } from '../shared/page.tsx'
import { SwapDue } from './due.tsx'

type BinsAtVenueProps = { venueId: number; bins: readonly DueBin[] }

/** The bins of one venue on its page, each with its way to be swapped. */
export function BinsAtVenue({ venueId, bins: standing }: BinsAtVenueProps) {
  const { say, today } = usePage()
  const { bins } = say.sharps
  return (
    <section aria-labelledby="h-bins">
      <div class="row spread">
        <h2 id="h-bins">{bins.here({ bins: standing.length })}</h2>
        <a class="button" href={`/bins/new?venue=${venueId}`}>
          {bins.place}
        </a>
      </div>
      {standing.length > 0 && (
        <ul class="lines" role="list">
          {standing.map((bin) => (
            <li class="pair">
              <div>
                <b>{say.name(bin.type)}</b>
                <small>{bins.emptyOn({ day: say.weekdayFrom(bin.emptySince, today) })}</small>
                <p>
                  <SwapDue bin={bin} />
                </p>
              </div>
              <a class="button" href={`/bins/${bin.id}/swap`}>
                {bins.swap}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
