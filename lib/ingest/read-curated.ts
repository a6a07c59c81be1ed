import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CuratedEnrichment } from '@/lib/enrichment/curated/curated-enrichment'
import { type CuratedResult, parseCurated } from '@/lib/enrichment/curated/parse-curated'

const FOLDER = fileURLToPath(new URL('../../content/enrichment', import.meta.url))

export interface ReadCurated {
  readonly curated: CuratedEnrichment
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string
}

/**
 * What content/enrichment holds for a rule; null where it holds nothing, or a file of no good form,
 * for which `npm run check:content` fails: an import goes on with what is derived.
 *
 * @param ruleId lower-case UUID
 */
export function readCurated(ruleId: string, folder = FOLDER): ReadCurated | null {
  const name = `${ruleId}.md`
  const path = join(folder, name)
  if (!/^[0-9a-f-]{36}$/.test(ruleId) || !existsSync(path)) return null
  const bytes = readFileSync(path)
  const parsed = parseCurated(name, bytes)
  if (!parsed.ok) return null
  return { curated: parsed.curated, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** Every curated file by name, its README aside, with what became of it. */
export function readAllCurated(
  folder = FOLDER,
): readonly { readonly name: string; readonly result: CuratedResult }[] {
  return readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .sort()
    .map((name) => ({ name, result: parseCurated(name, readFileSync(join(folder, name))) }))
}
