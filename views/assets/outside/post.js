// One batch of sealed entries, sent to the server.

/**
 * @returns the status, how long to wait (ms) where the server says, and its answers when it took the batch
 * @throws where there is no connection
 */
export async function post(batch) {
  const body = JSON.stringify({
    batch: batch.map(({ seq, key, sealed }) => ({ seq, key, sealed })),
  })
  const headers = { 'content-type': 'application/json' }
  // A connection that hangs is not one: the batch goes again, and counts once.
  const signal = AbortSignal.timeout(20_000)
  const answer = await fetch('/outbox', { method: 'POST', body, headers, signal })
  const after = Number(answer.headers.get('retry-after'))
  return {
    status: answer.status,
    retryAfter: after > 0 ? after * 1000 : undefined,
    body: answer.status === 200 ? await answer.json() : null,
  }
}
