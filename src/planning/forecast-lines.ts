// Forecasts over JSON lines, for `npm run forecast`: a request per line on standard input, an answer
// per line on standard output in the same order. A line that cannot be answered is answered with
// {"id": …, "error": …}; the others are not held up by it.

import { once } from 'node:events'
import { answerLine } from './forecast-answer.ts'

process.stdin.setEncoding('utf8')
let unfinished = ''
for await (const chunk of process.stdin) {
  const lines = `${unfinished}${chunk}`.split('\n')
  unfinished = lines.pop() ?? ''
  await answer(lines)
}
await answer([unfinished])

/** Answers go out a chunk at a time: a write for each line would cost more than its forecast. */
async function answer(lines: readonly string[]): Promise<void> {
  const asked = lines.filter((line) => line.trim() !== '')
  const answers = asked.map((line) => `${answerLine(line)}\n`).join('')
  if (answers !== '' && !process.stdout.write(answers)) await once(process.stdout, 'drain')
}
