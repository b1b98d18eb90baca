// Keeps the page used outside, so that it opens with no signal: static files and a shell without data.
// Never an answer that somebody was signed in for, never a redirect, never one that sets a cookie.
const version = 'the version'
const files = ['the files']
const cacheName = `outside-${version}`

addEventListener('install', (event) => event.waitUntil(keepAll()))
addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (files.includes(url.pathname)) event.respondWith(fromCache(request))
  else if (request.mode === 'navigate') event.respondWith(orShell(request))
})
// The page says when nothing waits any more: only then may a new version take over.
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting())

async function keepAll() {
  const cache = await caches.open(cacheName)
  for (const path of files) {
    // As a stranger: what is kept must be the same for everybody.
    const answer = await fetch(path, { credentials: 'omit', cache: 'no-cache', redirect: 'error' })
    if (answer.status !== 200 || answer.headers.has('set-cookie')) throw new Error(path)
    await cache.put(path, answer)
  }
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
  await clients.claim()
}

async function fromCache(request) {
  const kept = await caches.match(new URL(request.url).pathname, { cacheName })
  return kept ?? fetch(request)
}

/** Any page that cannot be had is the one that can. */
async function orShell(request) {
  try {
    return await fetch(request)
  } catch {
    const language = navigator.language?.startsWith('en') ? 'en' : 'fr'
    return (await caches.match(`/field/${language}`, { cacheName })) ?? Response.error()
  }
}
