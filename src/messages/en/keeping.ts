import { en } from '../format.ts'

export const keeping = {
  title: 'Backups and verification',
  lead: 'Each night the book is copied, added up again from its movements, sealed, opened and checked.',
  backUpNow: 'Back up now',
  verifyNow: 'Verify now',
  remote: 'The database is on a libSQL server: backups are made there.',
  empty: 'No backup yet',
  emptyHint: 'The first one is made tonight at 05:10, or now with the button above.',
  lastBackup: 'Last backup',
  lastVerification: 'Last verification',
  never: 'Never yet',
  running: 'Running now',
  lookAgain: 'Look again',
  succeeded: 'Everything adds up',
  failed: 'Failed',
  file: 'File',
  size: 'Size',
  madeAt: 'Made',
  sealed: 'Sealed',
  open: 'Not sealed',
  megabytes: (p: { bytes: number }) => `${en.decimal(p.bytes / 1_000_000)} MB`,
  damagedTitle: 'Nothing more can be saved for now',
  damaged:
    'The numbers do not add up, so the book is closed for writing. Reading works. Ask an administrator to restore the last good backup.',
}
