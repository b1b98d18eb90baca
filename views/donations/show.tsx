import type { donationById } from '#src/donations/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { PostButton } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'

type Donation = NonNullable<Awaited<ReturnType<typeof donationById>>>

export function ShowDonation({ donation }: { donation: Donation }) {
  return donation.isTakenBack ? <TakenBack donation={donation} /> : <ThankYou donation={donation} />
}

/** The thank-you page: what came in, in words that can be printed and sent. */
function ThankYou({ donation }: { donation: Donation }) {
  const { say, programme } = usePage()
  const { donations } = say
  const day = donation.receivedOn
  const thanks = donation.donor.anonymous
    ? donations.thanksAnonymous({ day })
    : donations.thanksLine({ donor: say.name(donation.donor), day })
  return (
    <Layout title={donations.thanks} section="donations" narrow>
      <Head title={donations.thanks} lead={thanks} actions={<Another day={day} />} />
      <Given donation={donation} />
      {donation.valueCents !== null && <p>{donations.worth({ cents: donation.valueCents })}</p>}
      <p>{donations.thanksFrom({ programme: programme.programmeName })}</p>
      <ForTheOffice donation={donation} />
    </Layout>
  )
}

/** A gift that was not one is nothing to thank for. */
function TakenBack({ donation }: { donation: Donation }) {
  const say = useSay()
  const { donations } = say
  const lead = donations.takenBackLine({
    ...{ donor: say.name(donation.donor), day: donation.receivedOn },
    takenBackOn: donation.lastRecordedOn,
  })
  return (
    <Layout title={donations.takenBack} section="donations" narrow>
      <Head
        title={donations.takenBack}
        lead={lead}
        actions={<Another day={donation.receivedOn} />}
      />
      <Given donation={donation} />
      <ForTheOffice donation={donation} />
    </Layout>
  )
}

function Another({ day }: { day: string }) {
  const { donations } = useSay()
  return (
    <a class="button primary" href={`/donations/new?receivedOn=${day}`}>
      {donations.logAnother}
    </a>
  )
}

function Given({ donation: { lines, rough } }: { donation: Donation }) {
  const say = useSay()
  return (
    <div class="sheet">
      <table class="data">
        <caption class="hidden">{say.donations.lines}</caption>
        <tbody>{[...lines, ...rough].map((line) => lineRow(line, say))}</tbody>
      </table>
    </div>
  )
}

/** What the donor need not read: it is not printed. */
function ForTheOffice({ donation }: { donation: Donation }) {
  const { donations } = useSay()
  const { receivedOn: day, recordedOn, isTakenBack, firstEntryId, lastEntryId } = donation
  return (
    <footer class="panel unprinted">
      {recordedOn !== day && <p>{donations.late({ day, recordedOn })}</p>}
      <div class="row">
        <a class="button" href={`/entries/${firstEntryId}`}>
          {donations.seeEntry}
        </a>
        <PostButton action={`/entries/${lastEntryId}/reversal`} kind="quiet">
          {isTakenBack ? donations.putBack : donations.takeBack}
        </PostButton>
      </div>
    </footer>
  )
}

type Line = Donation['lines'][number] | Donation['rough'][number]

function lineRow(line: Line, say: ReturnType<typeof useSay>) {
  const { code = '', expiresOn = null } = line.lot ?? {}
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
