// npm run backup -- DIR: a verified backup, while the app is stopped. The running app makes its own.
import { filePath } from '#src/db/open.ts'
import { backUp } from '#src/keeping/back-up.ts'
import { stamp } from '#src/keeping/keep.ts'
import { backupKeyOf, CannotDo, runCommand, withDatabase } from './command.ts'

await runCommand((settings, [folder = settings.BACKUP_DIR]) => {
  if (!settings.DATABASE_URL.startsWith('file:')) {
    throw new CannotDo('The database is on a libSQL server: back it up there.')
  }
  const live = { path: filePath(settings.DATABASE_URL), encryptionKey: settings.databaseKey }
  return withDatabase(settings, async (database) => {
    const backupKey = backupKeyOf(settings)
    const file = await backUp(database, { live, folder, backupKey, stamp: stamp(Date.now()) })
    console.log(`${file} was made, opened again and verified.`)
    return 0
  })
})
