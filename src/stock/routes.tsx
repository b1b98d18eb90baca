import { Hono } from 'hono'
import type { Env } from '#src/web/context.ts'

export const stockRoutes = new Hono<Env>()
