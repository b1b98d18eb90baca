import type { donationById } from '#src/donations/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
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
  const next = (
    <a class="button primary" href={`/donations/new?receivedOn=${day}`}>
      {donations.logAnother}
    </a>
  )
  return (
    <Layout title={donations.thanks} section="donations" narrow>
      <Head title={donations.thanks} lead={thanks} actions={next} />
      <div class="sheet">
        <table class="data">
          <caption class="hidden">{donations.lines}</caption>
          <tbody>{donation.lines.map((line) => lineRow(line, say))}</tbody>
        </table>
      </div>
      {donation.valueCents !== null && <p>{donations.worth({ cents: donation.valueCents })}</p>}
      <p>{donations.thanksFrom({ programme: programme.programmeName })}</p>
      <ForTheOffice donation={donation} />
    </Layout>
  )
}

/** What the donor need not read: it is not printed. */
function ForTheOffice({ donation }: { donation: Donation }) {
  const { donations } = useSay()
  const [line] = donation.lines
  if (!line) return null
  const { receivedOn: day } = donation
  const isLate = line.recordedOn !== day
  return (
    <footer class="panel unprinted">
      {isLate && <p>{donations.late({ day, recordedOn: line.recordedOn })}</p>}
      <div class="row">
        {donation.counts === 0 && <span class="pill">{donations.reversed}</span>}
        <a class="button" href={`/entries/${line.entryId}`}>
          {donations.seeEntry}
        </a>
        {donation.counts !== 0 && (
          <PostButton action={`/entries/${line.entryId}/reversal`} kind="quiet">
            {donations.takeBack}
          </PostButton>
        )}
      </div>
    </footer>
  )
}

function lineRow(line: Donation['lines'][number], say: ReturnType<typeof useSay>) {
  const { code, expiresOn } = line.lot
  const details = [code, expiresOn && say.day(expiresOn), say.name(line.place)]
  return (
    <tr>
      <th scope="row">
        <a href={`/items/${line.item.id}`}>{say.name(line.item)}</a>
        <small>{details.filter(Boolean).join(' · ')}</small>
      </th>
      <td class="n">{say.units(line.quantity, line.item)}</td>
    </tr>
  )
}
