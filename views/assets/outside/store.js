// What this phone keeps, in IndexedDB: sealed entries that wait, those the server could not read, and a few
// values that tell nothing.
const name = 'relais'
const version = 2
let opening

/** @throws where the browser keeps nothing: a private window, a full phone */
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request, oldVersion)
    request.onsuccess = () => {
      // Another tab wipes, or the browser closes it: the next use opens it again.
      request.result.onversionchange = close
      request.result.onclose = close
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
    request.onblocked = () => {
      // Nobody waits for it any more when it opens after all.
      request.onsuccess = () => request.result.close()
      reject(new Error('blocked'))
    }
  })
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

/** Phones bring what they hold with them: from each version to the next, in one transaction. */
function upgrade({ result, transaction }, oldVersion) {
  if (oldVersion < 1) {
    result.createObjectStore('waiting', { keyPath: 'seq', autoIncrement: true })
    result.createObjectStore('kept')
  }
  const unreadable = result.createObjectStore('unreadable', { keyPath: 'seq' })
  // The first version marked them, among those that wait.
  transaction.objectStore('waiting').openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return
    const { bad, ...entry } = cursor.value
    if (bad) {
      unreadable.put(entry)
      cursor.delete()
    }
    cursor.continue()
  }
}

async function close() {
  const open = opening
  opening = undefined
  ;(await open)?.close()
}

/** @param work makes requests of these stores @returns what each of them answers, all or nothing */
async function within(names, mode, work) {
  const open = await database()
  return new Promise((resolve, reject) => {
    // Strict: a tap that was shown must survive the phone dying in the next second.
    const transaction = open.transaction(names, mode, { durability: 'strict' })
    const requests = work(...names.map((each) => transaction.objectStore(each)))
    transaction.oncomplete = () => resolve(requests.map(({ result }) => result))
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
  })
}

async function one(name, mode, work) {
  const [result] = await within([name], mode, (store) => [work(store)])
  return result
}

/** @returns the number it is answered by */
export const add = (sealed) => one('waiting', 'readwrite', (store) => store.add(sealed))

/** The first that wait. */
export const firstWaiting = (count) =>
  one('waiting', 'readonly', (store) => store.getAll(undefined, count))

/** Counted where they lie: a tap does not wait for what an evening without signal has heaped up. */
export async function counts() {
  const both = ['waiting', 'unreadable']
  const [waiting, bad] = await within(both, 'readonly', (...stores) =>
    stores.map((store) => store.count()),
  )
  return { waiting, bad }
}

/** Where even counting is impossible. */
export const isBroken = () =>
  counts().then(
    () => false,
    () => true,
  )

export const forget = (seqs) =>
  within(['waiting'], 'readwrite', (store) => seqs.map((seq) => store.delete(seq)))

/** The server could not read it: it stays, and is not sent again. */
export const setApart = (entry) =>
  within(['waiting', 'unreadable'], 'readwrite', (waiting, unreadable) => [
    unreadable.put(entry),
    waiting.delete(entry.seq),
  ])

export const keep = (key, value) => one('kept', 'readwrite', (store) => store.put(value, key))
export const kept = (key) => one('kept', 'readonly', (store) => store.get(key))
export const drop = (key) => one('kept', 'readwrite', (store) => store.delete(key))

export async function wipe() {
  await close()
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = resolve
  })
}
