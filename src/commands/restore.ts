// npm run restore -- FILE: a backup into a new database file, verified before it gets its name.
import { existsSync } from 'node:fs'
import { filePath } from '#src/db/open.ts'
import { restore } from '#src/keeping/back-up.ts'
import { isSealed } from '#src/keeping/seal.ts'
import { backupKeyOf, CannotDo, runCommand } from './command.ts'

await runCommand(async (settings, [backup]) => {
  if (!backup) throw new CannotDo('Say which backup: npm run restore -- backups/relais-….sealed')
  if (!existsSync(backup)) throw new CannotDo(`${backup} does not exist.`)
  if (!settings.DATABASE_URL.startsWith('file:')) {
    throw new CannotDo('A backup is restored into a file: set DATABASE_URL to file:….')
  }
  const path = filePath(settings.DATABASE_URL)
  if (existsSync(path)) {
    throw new CannotDo(
      `${path} exists and is not overwritten. Move it away, or set DATABASE_URL to a new file.`,
    )
  }
  const backupKey = backupKeyOf(settings)
  if (isSealed(backup) && !backupKey) {
    throw new CannotDo(`${backup} is sealed: set BACKUP_KEY_FILE to the key it was made with.`)
  }
  await restore(backup, { path, encryptionKey: settings.databaseKey }, backupKey)
  console.log(`${backup} was restored into ${path} and verified.`)
  return 0
})
