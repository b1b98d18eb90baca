// The driver's client, leaner where it matters: it compiles each statement anew, and with it every trigger
// that it may fire, and it defines two properties for each cell it reads. Here a connection keeps what it
// has compiled, and a row is its cells. It leans on two classes that the driver exports but calls
// private, so its version is pinned; everything that runs on a file proves that they still fit.
import {
  ConnectionPool,
  type InArgs,
  type InStatement,
  type InValue,
  type ResultSet,
  type Row,
  Sqlite3Client,
} from '@libsql/client/sqlite3'

/** More different statements than all pages and commands have; each takes some kilobytes. */
const mostKept = 400

/** A client of one file through one connection, which remembers its statements. */
export function fileClient(path: string, encryptionKey: string | undefined): FileClient {
  // The driver's types do not know the key it takes.
  const options = { ...(encryptionKey && { encryptionKey }) } as Options
  return new FileClient(new ConnectionPool(path, options, 1))
}

type Options = ConstructorParameters<typeof ConnectionPool>[1]
type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>

export class FileClient extends Sqlite3Client {
  readonly #pool: ConnectionPool
  #held: Connection | null = null

  constructor(pool: ConnectionPool) {
    super(pool, 'number')
    this.#pool = pool
  }

  override async execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    if (this.#held) return run(this.#held, statement, args)
    const connection = await this.#pool.acquire()
    try {
      return run(connection, statement, args)
    } finally {
      this.#pool.release(connection)
    }
  }

  /**
   * Runs `work` in one transaction: everything this client executes meanwhile is part of it, so nobody else
   * may be inside. That is the gate's to see to; in return a statement prepared once serves reads and writes.
   */
  async write<T>(work: () => Promise<T>): Promise<T> {
    const connection = await this.#pool.acquire(true)
    try {
      run(connection, 'BEGIN IMMEDIATE')
      this.#held = connection
      const answer = await work()
      run(connection, 'COMMIT')
      return answer
    } finally {
      this.#held = null
      // What is still open is rolled back there.
      this.#pool.release(connection)
    }
  }
}

/** A compiled statement; `row` makes its cells a row, and is null when it returns none. */
type Kept = { readonly statement: Statement; readonly row: ((cells: Cells) => Row) | null }
type Cells = readonly Row[string][]

const keptBy = new WeakMap<Connection, Map<string, Kept>>()

function run(connection: Connection, asked: InStatement, given: InArgs = []): ResultSet {
  const { sql, args = [] } = typeof asked === 'string' ? { sql: asked, args: given } : asked
  const { statement, row } = keptOf(connection, sql)
  const bound = Array.isArray(args) ? args.map(asBound) : args
  if (!row) return resultOf([], statement.run(bound).changes)
  return resultOf((statement.all(bound) as Cells[]).map(row), 0)
}

function keptOf(connection: Connection, sql: string): Kept {
  const all = keptBy.get(connection) ?? new Map<string, Kept>()
  keptBy.set(connection, all)
  const known = all.get(sql)
  if (known) return known
  const kept = compile(connection, sql)
  all.set(sql, kept)
  const oldest = all.keys().next().value
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest)
  return kept
}

function compile(connection: Connection, sql: string): Kept {
  const statement = connection.prepare(sql)
  try {
    statement.raw(true)
  } catch {
    return { statement, row: null }
  }
  return { statement, row: rowsNamed(statement.columns().map(({ name }) => name)) }
}

const cells = Symbol('cells')
type Read = Record<string, Row[string]> & { [cells]: Cells }

/** Rows like the driver's: a cell by its name, of which the first counts, and by its number. */
function rowsNamed(names: readonly string[]): (values: Cells) => Row {
  const shape = Object.defineProperty({}, 'length', { value: names.length })
  for (const index of names.keys()) {
    Object.defineProperty(shape, index, {
      get(this: Read) {
        return this[cells][index]
      },
    })
  }
  const named = names
    .map((name, index) => ({ name, index }))
    .filter(isFirstOfItsName(names))
    // A literal such as 0 names its column: that name is a cell's number already.
    .filter(({ name }) => !(name in shape))
  return (values) => {
    const row: Read = Object.create(shape)
    row[cells] = values
    for (const value of values) refuseRounded(value)
    for (const { name, index } of named) row[name] = values[index] ?? null
    return row as unknown as Row
  }
}

const isFirstOfItsName =
  (names: readonly string[]) =>
  ({ name, index }: { readonly name: string; readonly index: number }) =>
    names.indexOf(name) === index

/** @throws RangeError for a whole number so large that JavaScript has rounded it */
function refuseRounded(value: Row[string]) {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is too large to be exact`)
  }
}

function asBound(value: InValue): InValue {
  if (value === undefined) throw new TypeError('undefined cannot be given to the database')
  if (typeof value === 'boolean') return value ? 1 : 0
  return value
}

function resultOf(rows: Row[], rowsAffected: number): ResultSet {
  return {
    ...{ columns: [], columnTypes: [], rows, rowsAffected, lastInsertRowid: undefined },
    toJSON: () => ({ rows }),
  }
}
