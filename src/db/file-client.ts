// The driver compiles each statement anew, and with it every trigger that it may fire: for an insert of
// movements that is most of its cost. Here a connection keeps what it has compiled. It leans on two
// classes that the driver exports but calls private, so its version is pinned; everything that runs on a
// file proves that they still fit.
import { ConnectionPool, Sqlite3Client } from '@libsql/client/sqlite3'

/** More different statements than all pages and commands have; each takes some kilobytes. */
const mostKept = 400

/** A client of one file through one connection, which remembers its statements. */
export function fileClient(path: string, encryptionKey: string | undefined): Sqlite3Client {
  // The driver's types do not know the key it takes.
  const options = { ...(encryptionKey && { encryptionKey }) } as Options
  return new Sqlite3Client(new RememberingPool(path, options, 1), 'number')
}

type Options = ConstructorParameters<typeof ConnectionPool>[1]
type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>

class RememberingPool extends ConnectionPool {
  readonly #remembering = new WeakSet<Connection>()

  override acquireSync(forTransaction?: boolean): Connection {
    const connection = super.acquireSync(forTransaction)
    if (!this.#remembering.has(connection)) remember(connection)
    this.#remembering.add(connection)
    return connection
  }
}

function remember(connection: Connection) {
  const compile = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()
  connection.prepare = ((sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = compile(sql)
    kept.set(sql, statement)
    const oldest = kept.keys().next().value
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return statement
  }) as Connection['prepare']
}
