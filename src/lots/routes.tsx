import { Hono } from 'hono'
import type { Env } from '#src/web/context.ts'

export const lotsRoutes = new Hono<Env>()
