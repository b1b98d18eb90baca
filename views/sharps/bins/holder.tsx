import type { Named } from '#src/messages/index.ts'
import { type Filled, SelectField } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'

export type Holder = Named & { readonly id: number }

/** Where the empty container comes from: the first is the bag that the person has out, if any. */
export function HolderField({ filled, holders }: { filled: Filled; holders: readonly Holder[] }) {
  const say = useSay()
  const { bins } = say.sharps
  return (
    <SelectField
      {...{ name: 'fromId', label: bins.from, filled, hint: bins.fromHint }}
      value={holders[0]?.id}
      none={bins.fromNowhere}
      options={holders.map((each) => ({ value: each.id, label: say.name(each) }))}
    />
  )
}
