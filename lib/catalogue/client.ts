import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'

/**
 * Makes a client of the catalogue. The caller ends it with `$disconnect()`.
 *
 * @param connections how many it may hold at once.
 */
export function createClient(databaseUrl: string, connections = 10): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: inUtc(databaseUrl), max: connections },
    // Connections that a stopped server drops are made anew by the next query.
    { onPoolError: () => {}, onConnectionError: () => {} },
  )
  return new PrismaClient({ adapter })
}

/**
 * The client of the web app: one in each process, made at the first use. `DATABASE_URL` is set by
 * the command that starts the app.
 */
export function getClient(): PrismaClient {
  shared.ruleAtlasClient ??= createClient(requireUrl())
  return shared.ruleAtlasClient
}

// Next bundles this module more than once and, in development, loads it anew after each change.
const shared = globalThis as typeof globalThis & { ruleAtlasClient?: PrismaClient }

function requireUrl(): string {
  const url = process.env.DATABASE_URL
  if (url) return url
  throw new Error('DATABASE_URL is not set: start the app with "npm start" or "npm run dev".')
}

/** The adapter takes every time that Postgres prints for UTC, so Postgres must print it in UTC. */
function inUtc(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  const options = url.searchParams.get('options')
  url.searchParams.set('options', [options, '-c TimeZone=UTC'].filter(Boolean).join(' '))
  return url.href
}
