// Forecasts over JSON lines, for `npm run forecast`: a request per line on standard input, an answer
// per line on standard output in the same order. A line that cannot be answered is answered with
// {"id": …, "error": …}; the others are not held up by it.

import { createInterface } from 'node:readline'
import { answerLine } from './forecast-answer.ts'

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
for await (const line of lines) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${answerLine(line)}\n`)) await drained()
}

function drained(): Promise<void> {
  return new Promise((resolve) => process.stdout.once('drain', () => resolve()))
}
