import type { StandingBin } from '#src/ledger/bins.ts'
import { Head, Layout } from '../../layout.tsx'
import { Actions, type Filled, Form, HappenedOnField } from '../../shared/form.tsx'
import { usePage } from '../../shared/page.tsx'
import { MeasureFields } from '../measure.tsx'
import { type Holder, HolderField } from './holder.tsx'

type SwapBinProps = { bin: StandingBin; holders: readonly Holder[]; filled: Filled }

/** Taken away with what is in it: done standing, on a phone. */
export function SwapBin({ bin, holders, filled }: SwapBinProps) {
  const { say, today } = usePage()
  const { common } = say
  const { bins } = say.sharps
  const venue = say.name(bin.venue)
  const title = bins.swapOf({ venue })
  const failed = Object.keys(filled.problems).length > 0
  const since = bins.since({ type: bin.type, day: say.weekdayFrom(bin.emptySince, today) })
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="sharps" narrow>
      <Head title={title} lead={since} />
      <Form action={`/bins/${bin.id}/swaps`} filled={filled} class="stack">
        <MeasureFields filled={filled} />
        <OutcomeField filled={filled} />
        <div class="fields">
          {bin.type.itemId !== null && <HolderField {...{ filled, holders }} />}
          <HappenedOnField {...{ name: 'happenedOn', label: common.day, filled }} />
        </div>
        <Actions save={bins.swapIt} cancel="/sharps" />
      </Form>
    </Layout>
  )
}

function OutcomeField({ filled }: { filled: Filled }) {
  const { bins } = usePage().say.sharps
  const chosen = filled.typed.outcome ?? 'swapped'
  return (
    <fieldset class="field">
      <legend>{bins.outcome}</legend>
      <div class="row">
        {(['swapped', 'removed'] as const).map((value) => (
          <label class="check">
            <input type="radio" name="outcome" value={value} checked={chosen === value} />
            {bins.outcomes[value]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
