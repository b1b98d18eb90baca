// Which Chromium the browser tests drive: one named by CHROMIUM, one of the machine, or the one that came with
// `npm ci`. Decided once before the tests, because two files unpacking it at the same time would break it.

import { existsSync } from 'node:fs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Vitest's global setup. Without any browser the other tests still run; each browser test fails and says why. */
export default async function chooseChromium() {
  process.env.CHROMIUM ||= (await findChromium(installed)) ?? ''
}

export async function findChromium(candidates: readonly string[]): Promise<string | undefined> {
  return candidates.find((path) => existsSync(path)) ?? (await unpackedChromium())
}

/** Only for Linux on x64. The variable, read at import, makes it bring the libraries a bare machine lacks. */
async function unpackedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
