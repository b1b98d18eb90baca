// The proofs at any size: npm run proof -- --seed 7 --size 500 crash
// Without names all of them run, each at its own size. Exit code 1 says that something was wrong.
import { parseArgs } from 'node:util'
import chooseChromium from '#test/support/chromium.ts'
import { crash } from './crash.ts'
import { lastUnit, lastUnitOnAServer } from './last-unit.ts'
import { outside } from './outside.ts'
import { replay } from './replay.ts'
import type { Proof } from './report.ts'
import { shutdown } from './shutdown.ts'

const proofs: Record<string, { readonly proof: Proof; readonly size: number }> = {
  crash: { proof: crash, size: 500 },
  shutdown: { proof: shutdown, size: 20 },
  'last-unit': { proof: lastUnit, size: 500 },
  'last-unit-on-a-server': { proof: lastUnitOnAServer, size: 100 },
  replay: { proof: replay, size: 1000 },
  outside: { proof: outside, size: 200 },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, size: { type: 'string' } },
})

const unknown = positionals.filter((name) => !(name in proofs))
if (unknown.length > 0) {
  console.error(
    `No proof is called ${unknown.join(', ')}. There are ${Object.keys(proofs).join(', ')}.`,
  )
  process.exit(78)
}

await chooseChromium()
for (const [name, { proof, size }] of Object.entries(proofs)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const options = { seed: Number(values.seed), size: Number(values.size ?? size) }
  const start = performance.now()
  const { did, wrong } = await proof(options)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const facts = Object.entries(did).map(([what, count]) => `${what} ${count}`)
  console.log(
    `${wrong.length === 0 ? 'ok    ' : 'failed'}  ${name} (${seconds} s): ${facts.join(', ')}`,
  )
  for (const sentence of wrong.slice(0, 50)) console.log(`        ${sentence}`)
  if (wrong.length > 0) process.exitCode = 1
}
