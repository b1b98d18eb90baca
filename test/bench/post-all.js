// A worker: posts every body over so many connections and says how long it took all of them.
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const { url, cookie, bodies, connections } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const headers = {
  cookie,
  origin: new URL(url).origin,
  'content-type': 'application/x-www-form-urlencoded',
}

const start = performance.now()
const statuses = await Promise.all(bodies.map(post))
parentPort.postMessage({ ms: performance.now() - start, statuses })
agent.destroy()

function post(body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    sent.on('error', reject).end(body)
  })
}
