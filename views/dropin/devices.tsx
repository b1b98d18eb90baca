import type { Device } from '#src/dropin/tonight.ts'
import { PostButton } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'

/** The shared devices of tonight, each with its end, for who may open a night. */
export function Devices({ devices }: { devices: readonly Device[] }) {
  const { say, viewer, timeZone } = usePage()
  const { dropin } = say
  if (devices.length === 0 || !viewer?.mayOpen('/drop-in/opening')) return null
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{dropin.devices}</h2>
      <ul class="lines" role="list">
        {devices.map(({ id, device, startedAt, openedBy }) => (
          <li class="pair">
            <div>
              <b>{device}</b>
              <small>
                {dropin.device({ time: say.time(startedAt, timeZone), name: openedBy })}
              </small>
            </div>
            <PostButton
              action={`/drop-in/devices/${id}/end`}
              label={dropin.endThis({ device })}
              kind="quiet"
            >
              {dropin.endDevice}
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
