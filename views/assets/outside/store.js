// What this phone keeps, in IndexedDB: sealed entries that wait, and a few values that tell nothing.
const name = 'relais'
let opening

/** @throws where the browser keeps nothing: a private window, a full phone */
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('waiting', { keyPath: 'seq', autoIncrement: true })
      request.result.createObjectStore('kept')
    }
    request.onsuccess = () => {
      // Another tab wipes, or the browser closes it: the next use opens it again.
      request.result.onversionchange = close
      request.result.onclose = close
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

async function close() {
  const open = opening
  opening = undefined
  ;(await open)?.close()
}

async function within(store, mode, work) {
  const open = await database()
  return new Promise((resolve, reject) => {
    // Strict: a tap that was shown must survive the phone dying in the next second.
    const transaction = open.transaction(store, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
  })
}

/** @returns the number it is answered by */
export const add = (sealed) => within('waiting', 'readwrite', (store) => store.add(sealed))

/** The first that wait, without those the server could not read. */
export async function firstWaiting(count) {
  const all = await within('waiting', 'readonly', (store) => store.getAll())
  return all.filter(({ bad }) => !bad).slice(0, count)
}

export async function counts() {
  const all = await within('waiting', 'readonly', (store) => store.getAll())
  const bad = all.filter((each) => each.bad).length
  return { waiting: all.length - bad, bad }
}

/** Where even counting is impossible. */
export const isBroken = () =>
  counts().then(
    () => false,
    () => true,
  )

export const forget = (seqs) =>
  within('waiting', 'readwrite', (store) => {
    for (const seq of seqs) store.delete(seq)
  })

export const markBad = (entry) =>
  within('waiting', 'readwrite', (store) => store.put({ ...entry, bad: true }))

export const keep = (key, value) => within('kept', 'readwrite', (store) => store.put(value, key))
export const kept = (key) => within('kept', 'readonly', (store) => store.get(key))
export const drop = (key) => within('kept', 'readwrite', (store) => store.delete(key))

export async function wipe() {
  await close()
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = resolve
  })
}
