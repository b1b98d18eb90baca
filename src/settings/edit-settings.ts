import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { setting } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import type { SettingsForm } from './form.ts'

/** @throws Refusal `stale` */
export async function editSettings(tx: Tx, form: SettingsForm, recording: Recording) {
  const { requestId: _, version, ...values } = form
  return { changeId: await amend(tx, setting, { id: 1, version }, values, recording) }
}
