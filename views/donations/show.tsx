import type { donationById } from '#src/donations/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'

type Donation = NonNullable<Awaited<ReturnType<typeof donationById>>>

/** The thank-you page: what came in, in words that can be printed and sent. */
export function ShowDonation({ donation }: { donation: Donation }) {
  const { say, programme } = usePage()
  const { donations } = say
  const day = donation.receivedOn
  const thanks = donation.donor.anonymous
    ? donations.thanksAnonymous({ day })
    : donations.thanksLine({ donor: say.name(donation.donor), day })
  return (
    <Layout title={donations.thanks} section="donations" narrow>
      <Head title={donations.thanks} lead={thanks} />
      {donation.counts === 0 && (
        <p>
          <span class="pill">{donations.reversed}</span>
        </p>
      )}
      <div class="sheet">
        <table class="data" role="table">
          <caption class="hidden">{donations.lines}</caption>
          <tbody>
            {donation.lines.map((line) => (
              <Line line={line} />
            ))}
          </tbody>
        </table>
      </div>
      <p>{donations.thanksFrom({ programme: programme.programmeName })}</p>
    </Layout>
  )
}

function Line({ line }: { line: Donation['lines'][number] }) {
  const say = useSay()
  return (
    <tr>
      <th scope="row">
        <a href={`/items/${line.item.id}`}>{say.name(line.item)}</a>
        <small>
          {[line.lot.code, line.lot.expiresOn && say.day(line.lot.expiresOn), say.name(line.place)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </th>
      <td class="n">
        <a href={`/entries/${line.entryId}`}>{say.units(line.quantity, line.item)}</a>
      </td>
    </tr>
  )
}
