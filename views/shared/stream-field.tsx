import type { Stream } from '#src/db/schema/index.ts'
import { useSay } from './page.tsx'

type StreamFieldProps = {
  label: string
  streams: readonly Stream[]
  /** Null for all of them. */
  chosen: Stream | null
}

/** One service, or all: for a form that filters a list. */
export function StreamField({ label, streams, chosen }: StreamFieldProps) {
  const { distribution, common } = useSay()
  return (
    <p class="field">
      <label for="stream">{label}</label>
      <select id="stream" name="stream">
        <option value="">{distribution.allStreams}</option>
        {streams.map((each) => (
          <option value={each} selected={each === chosen}>
            {common.streams[each]}
          </option>
        ))}
      </select>
    </p>
  )
}
