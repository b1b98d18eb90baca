// npm run import -- FILE: the same as the import page, from the terminal.
import { readFileSync } from 'node:fs'
import { businessDay, periodOf } from '#src/day.ts'
import { problemSentence } from '#src/fields.ts'
import { knownOf, planImport } from '#src/imports/plan.ts'
import { requestOfFile, runImport } from '#src/imports/run-import.ts'
import { once } from '#src/ledger/once.ts'
import { say } from '#src/messages/index.ts'
import { Refusal, sentence } from '#src/refusal.ts'
import { CannotDo, runCommand, withDatabase } from './command.ts'

const { imports, problems, refusals } = say('en')

await runCommand(async (settings, [file]) => {
  if (!file) throw new CannotDo('Say which file: npm run import -- past-use.csv')
  const csv = readFileSync(file, 'utf8')
  return withDatabase(settings, async (database) => {
    const at = Date.now()
    const rule = { timeZone: settings.TIME_ZONE, endsAtHour: 5 }
    const known = await database.read(knownOf)
    const plan = planImport(csv, businessDay(at, rule), known)
    if (plan.kind === 'unreadable') throw new CannotDo(imports.unreadable[plan.reason])
    for (const { row, column, message } of plan.problems) {
      console.error(`${imports.at({ row, column })}: ${problemSentence(message, problems)}`)
    }
    if (plan.problems.length > 0) throw new CannotDo(imports.problemsHint)
    const { id: requestId, importedOn } = await database.read((db) => requestOfFile(db, csv))
    if (importedOn !== null) {
      console.log(imports.importedBefore({ day: importedOn }))
      return 0
    }
    const recording = {
      ...{ requestId, personId: null, at, today: businessDay(at, rule) },
      period: periodOf(at, rule),
    }
    const imported = await database.write((tx) =>
      once(tx, recording, { requestId }, () => runImport(tx, plan, known, recording)),
    )
    if (imported instanceof Refusal) throw new CannotDo(sentence(imported, refusals))
    console.log(imports.done({ rows: imported.rows, kind: imports.kinds[imported.kind] }))
    return 0
  })
})
