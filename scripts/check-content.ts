import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import { findEnrichmentState } from '@/lib/catalogue/find-enrichment-state'
import { findEnrichments } from '@/lib/catalogue/find-enrichments'
import { openDatabase } from '@/lib/database/connect'
import { checkEnrichment } from '@/lib/enrichment/check-enrichment'
import { checkCurated } from '@/lib/enrichment/curated/check-curated'
import { isStale } from '@/lib/ingest/enrich-stale'
import { readAllCurated } from '@/lib/ingest/read-curated'

// What readers are told of each rule, and what people wrote in content/enrichment: prints one line a
// finding and ends with 1 where there is any. The catalogue is the one that the other commands use.
const findings: string[] = []
const say = (place: string, section: string, reason: string) =>
  findings.push(`${place}  ${section}  ${reason}`)

const database = await openDatabase({ say: (step) => console.error(step) })
const db = createClient(database.url)
/** The tables that each rule's data sources speak of. */
const known = new Map<string, ReadonlySet<string>>()
try {
  const stale = (await findEnrichmentState(db, null)).filter(isStale)
  if (stale[0] !== undefined) {
    const which = `${stale.length}, the first of ${stale[0].sigmaId}`
    say('catalogue', 'all', `Enrichments are stale (${which}): run “atlas enrich”.`)
  }
  for await (const batch of findEnrichments(db, await currentVersion(db))) {
    for (const { id, references, enrichment } of batch) {
      known.set(id, new Set(enrichment?.dataSources.map(({ table }) => table)))
      if (enrichment === null) {
        say(id, 'all', 'No enrichment of the present shape is stored; “atlas enrich” makes it.')
        continue
      }
      for (const { section, reason } of checkEnrichment(enrichment, references)) {
        say(id, section, reason)
      }
    }
  }
} finally {
  await db.$disconnect()
  await database.stop()
}

const curated = readAllCurated()
// Rules of other sources are written about too: a catalogue without those says nothing of them.
const starter = readStarterIds()
const onlyStarter = [...known.keys()].every((id) => starter.has(id))
const elsewhere: string[] = []
for (const { name, result } of curated) {
  const place = `content/enrichment/${name}`
  if (!result.ok) {
    for (const { message, location } of result.diagnostics) {
      say(`${place}:${location?.line ?? 1}`, 'form', message)
    }
    continue
  }
  const tables = known.get(result.curated.ruleId)
  for (const reason of checkCurated(result.curated, tables ?? null)) say(place, 'text', reason)
  if (tables !== undefined) continue
  if (onlyStarter) elsewhere.push(place)
  else say(place, 'id', 'The catalogue has no rule of this id.')
}

if (known.size === 0) say('catalogue', 'all', 'It holds no rule: “atlas import” brings some in.')
for (const place of elsewhere) console.log(`${place}  (about no rule of this catalogue)`)
for (const finding of findings) console.log(finding)
console.log(
  `Content: ${known.size} rules and ${curated.length} curated files checked, ${findings.length} findings.`,
)
process.exitCode = findings.length === 0 ? 0 : 1

function readStarterIds(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL('../content/rules', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const ids = files
    .filter((file) => file.endsWith('.yml'))
    .map((file) => /^id: *(\S+)/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1])
  return new Set(ids.filter((id) => id !== undefined))
}
