// How many times a piece of work speaks to the database: each statement is a round trip to a server.
import type { InStatement, ResultSet } from '@libsql/client'
import type { Database } from '#src/db/gate.ts'

type Execute = (statement: InStatement) => Promise<ResultSet>

/** Runs the work and lists the statements it sent; a transaction's BEGIN and COMMIT are left out. */
export async function statementsOf(
  database: Database,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const client = await database.alone(async (drizzle) => drizzle.$client)
  const { execute, transaction } = client
  const executeOne: Execute = client.execute.bind(client)
  const begin: () => ReturnType<typeof transaction> = client.transaction.bind(client)
  const sent: string[] = []
  const noting =
    (run: Execute): Execute =>
    (statement) => {
      sent.push(typeof statement === 'string' ? statement : statement.sql)
      return run(statement)
    }
  Object.assign(client, {
    execute: noting(executeOne),
    transaction: async () => {
      const begun = await begin()
      return Object.assign(begun, { execute: noting(begun.execute.bind(begun)) })
    },
  })
  try {
    await work()
  } finally {
    Object.assign(client, { execute, transaction })
  }
  return sent
}
