// npm run verify: adds the whole book up again; exit 0, or 1 with what differs.
import { inWords } from '#src/keeping/back-up.ts'
import { verify } from '#src/ledger/verify.ts'
import { runCommand, withDatabase } from './command.ts'

await runCommand((settings) =>
  withDatabase(settings, async (database) => {
    const differences = await database.read(verify)
    for (const difference of differences) console.log(inWords(difference))
    console.log(
      differences.length === 0
        ? 'Everything adds up.'
        : `${differences.length} differences. Restore the last good backup.`,
    )
    return differences.length === 0 ? 0 : 1
  }),
)
