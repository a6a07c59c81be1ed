import { ATTACK_VERSION } from '@/lib/attack/release'
import { getClient } from '@/lib/catalogue/client'
import { getHealth } from '@/lib/catalogue/get-health'
import packageJson from '@/package.json'

/** 200 with versions and row counts, or 503 with the reason. */
export async function GET() {
  const health = await getHealth(getClient)
  const headers = { 'Cache-Control': 'no-store' }
  const ours = {
    app: packageJson.version,
    node: process.versions.node,
    attack: ATTACK_VERSION,
    languageService: packageJson.dependencies['@kusto/language-service-next'],
  }
  if (health.status !== 'ok') {
    return Response.json({ ...health, versions: ours }, { status: 503, headers })
  }
  return Response.json({ ...health, versions: { ...ours, ...health.versions } }, { headers })
}
export const dynamic = 'force-dynamic'
