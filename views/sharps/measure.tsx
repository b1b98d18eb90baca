// What was in a container: read by its fill, counted, or weighed. The method is kept with it.
import { type Filled, fieldId, QuantityField } from '../shared/form.tsx'
import { useSay } from '../shared/page.tsx'

export function MeasureFields({ filled }: { filled: Filled }) {
  const { measures } = useSay().sharps
  return (
    <>
      <WhatField filled={filled} />
      <QuantityField
        {...{ name: 'amount', label: measures.amount, filled, hint: measures.amountHint }}
        optional
      />
    </>
  )
}

function WhatField({ filled }: { filled: Filled }) {
  const { measures } = useSay().sharps
  const problem = filled.problems.what
  const [first] = measures.what
  return (
    <fieldset class="field">
      <legend>{measures.legend}</legend>
      <div class="row">
        {measures.what.map(([value, label]) => (
          <label class="check">
            <input
              type="radio"
              id={value === first?.[0] ? fieldId('what') : undefined}
              name="what"
              value={value}
              checked={filled.typed.what === value}
              aria-describedby={problem ? 'what-error' : undefined}
            />
            {label}
          </label>
        ))}
      </div>
      {problem && (
        <span class="error" id="what-error">
          {problem}
        </span>
      )}
    </fieldset>
  )
}
