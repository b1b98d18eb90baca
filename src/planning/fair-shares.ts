/** Somebody who shares what is short. Whole units. */
export type Claim = {
  /** Breaks ties, so that the order of the claims changes nothing. */
  readonly id: number
  /** Units used a day, above zero. */
  readonly rate: number
  /** There already, and not to be taken away. */
  readonly held: number
  /** Lacking: nobody gets more than this. */
  readonly need: number
}

/**
 * Fair shares of a supply, in the order of the claims: each unit goes to whoever would have the
 * fewest days of cover with half of it, so that everybody ends with as many days as whole units
 * allow. That is the method of Webster and Sainte-Laguë, with what is held as a start and need as an
 * end. Shares sum to the supply, or to the needs when there is enough. Largest remainders would round
 * as well, but one unit more to share could then lower somebody's share (the Alabama paradox).
 */
export function fairShares(supply: number, claims: readonly Claim[]): number[] {
  const needs = claims.map(({ need }) => need)
  if (supply >= sum(needs)) return needs
  const days = daysBeforeLast(supply, claims)
  const shares = claims.map((claim) => sharedBy(days, claim))
  for (let left = supply - sum(shares); left > 0; left--) {
    const next = nextInLine(claims, shares)
    shares[next] = (shares[next] ?? 0) + 1
  }
  return shares
}

/** Days of cover for which the supply is just enough, or a little less: the last units go one by one. */
function daysBeforeLast(supply: number, claims: readonly Claim[]): number {
  let enough = 0
  let tooMany = 1 + Math.max(...claims.map((claim) => unitDue(claim, claim.need)))
  for (let halving = 0; halving < 60; halving++) {
    const days = (enough + tooMany) / 2
    if (sum(claims.map((claim) => sharedBy(days, claim))) <= supply) enough = days
    else tooMany = days
  }
  return enough * (1 - 1e-6)
}

/** The units that are due within so many days of cover. */
function sharedBy(days: number, { rate, held, need }: Claim): number {
  return Math.max(0, Math.min(need, Math.floor(rate * days - held + 0.5)))
}

/** The days of cover at which a claim's nth unit is due. */
function unitDue({ rate, held }: Claim, nth: number): number {
  return (held + nth - 0.5) / rate
}

function nextInLine(claims: readonly Claim[], shares: readonly number[]): number {
  let next = -1
  for (const [index, claim] of claims.entries()) {
    const share = shares[index] ?? 0
    if (share >= claim.need) continue
    const rival = claims[next]
    if (!rival || isBefore([claim, share], [rival, shares[next] ?? 0])) next = index
  }
  return next
}

type Standing = readonly [Claim, share: number]

function isBefore([claim, share]: Standing, [rival, rivalShare]: Standing): boolean {
  const due = unitDue(claim, share + 1) - unitDue(rival, rivalShare + 1)
  return (due || rival.rate - claim.rate || claim.id - rival.id) < 0
}

function sum(units: readonly number[]): number {
  return units.reduce((total, each) => total + each, 0)
}
