// Runs in a process of its own: opens a copy of the database and verifies it, so that nobody waits, and
// so that a file damaged enough to abort the driver aborts only this. The request comes on standard
// input, because a key in arguments or environment could be read by others.
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import * as schema from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import type { DatabaseFile } from './copy.ts'

const { path, encryptionKey }: DatabaseFile = JSON.parse(await text(process.stdin))
const url = pathToFileURL(path).href
const client = createClient({ url, concurrency: 1, ...(encryptionKey && { encryptionKey }) })
const differences = await verify(drizzle(client, { schema, casing: 'snake_case' }))
client.close()
process.stdout.write(JSON.stringify(differences))
