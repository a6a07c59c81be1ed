import { isMapping, readYaml } from '@/lib/sigma/read-yaml'
import type { Confidence, NamedTag } from '../enrichment'
import type { CuratedEnrichment } from './curated-enrichment'
import type { Problem } from './problem'

interface FrontMatter {
  readonly ruleId: string
  readonly writtenFor: string | null
  readonly tags: CuratedEnrichment['tags']
  readonly confidence: Confidence['value'] | null
}

const KEYS = ['id', 'written_for', 'confidence', 'tags']
const DIGEST = /^[0-9a-f]{12}$/
const CONFIDENCES = ['high', 'medium', 'low'] as const
const KINDS = [
  'malware',
  'tool',
  'cve',
  'group',
  'campaign',
  'behaviour',
] as const satisfies readonly NamedTag['kind'][]

/** Reads the YAML above the sections: `id`, and if wanted `written_for`, `confidence` and `tags`. */
export function readFrontMatter(
  yaml: string,
  fileName: string,
): { readonly values: FrontMatter; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const say = (message: string, line = 1) => {
    problems.push({ line, message })
  }
  const read = readYaml(yaml)
  if (!read.ok) {
    for (const { message, location } of read.diagnostics) {
      say(`The front matter cannot be read. ${message}`, (location?.line ?? 0) + 1)
    }
    return { values: { ruleId: '', writtenFor: null, tags: [], confidence: null }, problems }
  }
  for (const key of Object.keys(read.value)) {
    if (!KEYS.includes(key)) {
      say(`The front matter has the key "${key}", expected one of ${KEYS.join(', ')}.`)
    }
  }
  const get = (key: string) => (Object.hasOwn(read.value, key) ? read.value[key] : undefined)
  const id = get('id')
  const ruleId = typeof id === 'string' ? id.toLowerCase() : ''
  if (`${ruleId}.md` !== fileName.toLowerCase()) {
    say(`The front matter's id is "${String(id)}", expected the id in the name "${fileName}".`)
  }
  const value = get('confidence')
  const confidence = CONFIDENCES.find((each) => each === value) ?? null
  if (value !== undefined && confidence === null) {
    say(`The confidence is "${String(value)}", expected one of ${CONFIDENCES.join(', ')}.`)
  }
  const digest = get('written_for')
  const writtenFor = typeof digest === 'string' && DIGEST.test(digest) ? digest : null
  if (digest !== undefined && writtenFor === null) {
    say(`"written_for" is "${String(digest)}", expected 12 hexadecimal digits in quotes.`)
  }
  return { values: { ruleId, writtenFor, tags: readTags(get('tags'), say), confidence }, problems }
}

function readTags(value: unknown, say: (message: string) => void): CuratedEnrichment['tags'] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    say('The tags are no list of mappings with "name" and "kind".')
    return []
  }
  return value.flatMap((entry: unknown) => {
    const { name, kind: named } = isMapping(entry) ? entry : {}
    const kind = KINDS.find((each) => each === named)
    if (typeof name === 'string' && name.trim() !== '' && kind !== undefined) {
      return [{ name: name.trim(), kind }]
    }
    say(`A tag needs a "name" and a "kind" out of ${KINDS.join(', ')}.`)
    return []
  })
}
