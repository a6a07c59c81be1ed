import { getClient } from '@/lib/catalogue/client'
import { getHealth } from '@/lib/catalogue/get-health'
import packageJson from '@/package.json'

/** 200 with versions and row counts, or 503 with the reason. */
export async function GET() {
  const health = await getHealth(getClient)
  return Response.json(
    { version: packageJson.version, ...health },
    {
      status: health.status === 'ok' ? 200 : 503,
      headers: { 'Cache-Control': 'no-store' },
    },
  )
}
export const dynamic = 'force-dynamic'
