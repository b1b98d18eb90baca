/** A lead time, in days from sending an order to having the goods, and how probable it is. */
export type LeadTime = { readonly days: number; readonly probability: number }

/** Orders that have to have come before what was seen counts for more than what was noted. */
export const OBSERVED_FROM = 5

/**
 * The supplier's stated lead time, until five orders have been received: then the observed ones,
 * each as probable as the others.
 */
export function leadTimes(statedDays: number, observedDays: readonly number[]): LeadTime[] {
  if (observedDays.length < OBSERVED_FROM) return [{ days: statedDays, probability: 1 }]
  const probability = 1 / observedDays.length
  const counts = new Map<number, number>()
  for (const days of observedDays) counts.set(days, (counts.get(days) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([days, count]) => ({ days, probability: count * probability }))
}

/** The same for an order that waits so many days for the supplier's deadline before it is filled. */
export function afterWaiting(leads: readonly LeadTime[], waitDays: number): LeadTime[] {
  return leads.map(({ days, probability }) => ({ days: days + waitDays, probability }))
}

/** The days by which an order placed today has arrived more often than not. */
export function medianLeadTime(leads: readonly LeadTime[]): number {
  let probability = 0
  for (const lead of leads.toSorted((a, b) => a.days - b.days)) {
    probability += lead.probability
    if (probability >= 0.5 - 1e-9) return lead.days
  }
  return 0
}
