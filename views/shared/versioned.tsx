// Editing what others may edit too: the version the person saw goes with the form. After somebody
// else was faster, what they changed is shown, and the next save is made on top of it.
import type { Changes } from '#src/catalog/changes.ts'
import { Overtaken } from './changes.tsx'
import type { Filled } from './form.tsx'

/** The changes of others that a refused form met; null while nobody was faster. */
export type Overtaking = Changes | null

type VersionProps = { name?: string; filled: Filled; current: number; overtaking: Overtaking }

export function Version({ name = 'version', filled, current, overtaking }: VersionProps) {
  const seen = overtaking ? String(current) : (filled.typed[name] ?? String(current))
  return (
    <>
      {overtaking && <Overtaken changes={overtaking} isList={name === 'seen'} />}
      <input type="hidden" name={name} value={seen} />
    </>
  )
}
