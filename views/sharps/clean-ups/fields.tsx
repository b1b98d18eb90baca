import type { CleanUpRow } from '#src/sharps/clean-ups/queries.ts'
import { type Filled, HappenedOnField, InputField, QuantityField } from '../../shared/form.tsx'
import { useSay } from '../../shared/page.tsx'

const gear = ['gloves', 'tongs', 'containers'] as const

type FieldsProps = {
  filled: Filled
  found: CleanUpRow | null
  /** Codes given before. */
  sectors?: readonly string[]
}

/** Where, how many, and the gear that left; for one that is under way, what came back of it. */
export function CleanUpFields({ filled, found, sectors = [] }: FieldsProps) {
  const { sharps, common } = useSay()
  const { cleanUps } = sharps
  return (
    <>
      <div class="fields">
        <HappenedOnField
          {...{ name: 'happenedOn', label: common.day, filled, value: found?.happenedOn }}
        />
        <InputField
          {...{ name: 'sector', label: cleanUps.sector, filled, value: found?.sector }}
          hint={cleanUps.sectorHint}
          list="sectors"
          maxlength={6}
        />
        <QuantityField
          {...{ name: 'people', label: cleanUps.people, filled, value: found?.people }}
          hint={cleanUps.peopleHint}
        />
      </div>
      <datalist id="sectors">
        {sectors.map((sector) => (
          <option value={sector} />
        ))}
      </datalist>
      <fieldset class="gap">
        <legend>{cleanUps.gearOut}</legend>
        <div class="fields gap">
          {gear.map((each) => (
            <QuantityField
              {...{ name: `${each}Out`, label: cleanUps.gear[each], filled }}
              value={found?.[`${each}Out`] ?? 0}
            />
          ))}
        </div>
      </fieldset>
      {found && <GearBack filled={filled} found={found} />}
    </>
  )
}

function GearBack({ filled, found }: { filled: Filled; found: CleanUpRow }) {
  const { cleanUps } = useSay().sharps
  return (
    <fieldset class="gap">
      <legend>{cleanUps.gearBack}</legend>
      <p class="muted">{cleanUps.gearBackHint}</p>
      <div class="fields gap">
        {gear.map((each) => (
          <QuantityField
            {...{ name: `${each}Back`, label: cleanUps.gearBackOf[each], filled }}
            value={found[`${each}Back`]}
            optional
          />
        ))}
      </div>
    </fieldset>
  )
}
