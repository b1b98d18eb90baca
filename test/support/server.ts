// The app as people run it: a process of its own, on a database file, behind a port that was free.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { repository } from './source.ts'

export type Server = {
  readonly url: string
  readonly pid: number
  /** All it has printed so far. */
  readonly said: () => string
  /** As when the power goes. */
  readonly kill: () => Promise<void>
  /** As when the machine shuts down. @returns the exit code, null when it had to be killed */
  readonly stop: () => Promise<number | null>
}

/** The process ended before it served: its exit code, and all it said. */
export class NotStarted extends Error {
  readonly code: number | null

  constructor(code: number | null, said: string) {
    super(said)
    this.code = code
  }
}

/** @throws NotStarted */
export async function startServer(
  path: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const app = spawn(
    process.execPath,
    ['--max-semi-space-size=2', '--import', 'tsx', 'src/main.ts'],
    {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' },
        ...{ DATABASE_URL: `file:${path}`, BACKUP_DIR: join(dirname(path), 'backups') },
        ...environment,
      },
    },
  )
  const killWithUs = () => app.kill('SIGKILL')
  process.once('exit', killWithUs)
  const ended = once(app, 'exit').then(([code]): number | null => code)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string) => {
      said += text
      const address = said.match(/Relais is at (\S+)\n/)?.[1]
      if (address) resolve(address)
    }
    app.stdout.setEncoding('utf8').on('data', listen)
    app.stderr.setEncoding('utf8').on('data', listen)
    void ended.then((code) => reject(new NotStarted(code, said)))
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    app.kill(signal)
    const code = await ended
    process.removeListener('exit', killWithUs)
    return code
  }
  return {
    url,
    pid: app.pid ?? 0,
    said: () => said,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}
