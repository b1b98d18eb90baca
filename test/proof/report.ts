/** What a proof has to say: what it did, in numbers, and all it found wrong. Nothing wrong is proof. */
export type Report = {
  readonly did: Readonly<Record<string, number>>
  readonly wrong: readonly string[]
}

export type Proof = (options: { readonly seed: number; readonly size: number }) => Promise<Report>

/** Several reports as one: what they did added up, what they found one after the other. */
export function together(reports: readonly Report[]): Report {
  const did: Record<string, number> = {}
  for (const report of reports) {
    for (const [what, count] of Object.entries(report.did)) did[what] = (did[what] ?? 0) + count
  }
  return { did, wrong: reports.flatMap(({ wrong }) => wrong) }
}
