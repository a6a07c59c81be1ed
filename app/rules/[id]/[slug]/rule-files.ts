import { targetName } from '@/components/ui/target'
import type { Database } from '@/lib/catalogue/database'
import { findHistory } from '@/lib/catalogue/find-history'
import { findRelated } from '@/lib/catalogue/find-related'
import { getAttackContext } from '@/lib/catalogue/get-attack-context'
import type { QueryView, RuleView } from '@/lib/catalogue/views'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { ruleFileName } from '@/lib/export/rule-file-name'
import { ruleJson } from '@/lib/export/rule-json'
import { techniqueIdsOf } from '../attack'
import { enrichmentOf } from '../enrichment-of'
import type { FileType } from './file-response'

interface Catalogue {
  readonly db: Database
  readonly version: number
}

type Made =
  | { readonly found: true; readonly text: string; readonly name: string }
  | { readonly found: false; readonly reason: string }

/** One of the files that a rule has. */
export interface RuleFile {
  readonly type: FileType
  /** Where it is, given the rule's id. */
  readonly address: (id: string) => string
  readonly make: (rule: RuleView, catalogue: Catalogue) => Promise<Made>
}

const JSON_FILE: RuleFile = {
  type: 'application/json',
  address: (id) => `/rules/${id}.json`,
  make: async (rule, { db, version }) => {
    const [related, versions, attack] = await Promise.all([
      findRelated(db, version, rule.id),
      findHistory(db, version, rule.id),
      getAttackContext(db, techniqueIdsOf(rule)),
    ])
    const enrichment = enrichmentOf(rule)
    const value = ruleJson({ rule, enrichment, attack, related, versions })
    const name = ruleFileName(rule.source.path, '.json')
    return { found: true, text: `${JSON.stringify(value, null, 2)}\n`, name }
  },
}

const YAML_FILE: RuleFile = {
  type: 'text/yaml',
  address: (id) => `/rules/${id}.yml`,
  make: async ({ sigma, source }) => ({
    found: true,
    text: sigma,
    name: ruleFileName(source.path, '.yml'),
  }),
}

/** The file of this name, or null for what is the name of none. */
export function findRuleFile(name: string): RuleFile | null {
  if (name === 'rule.json') return JSON_FILE
  if (name === 'rule.yml') return YAML_FILE
  return name.endsWith('.kql') ? kqlFile(name.slice(0, -'.kql'.length)) : null
}

function kqlFile(target: string): RuleFile {
  return {
    type: 'text/plain',
    address: (id) => `/rules/${id}/${encodeURIComponent(target)}.kql`,
    make: async ({ queries, source }) => {
      const query = queries.find((each) => each.target === target)
      if (query === undefined) {
        const reason = `This rule has no target of that name. The targets are ${TARGETS.join(', ')}.`
        return { found: false, reason }
      }
      if (query.kql === null) return { found: false, reason: refusal(query) }
      return { found: true, text: query.kql, name: ruleFileName(source.path, `.${target}.kql`) }
    },
  }
}

function refusal({ target, diagnostics }: QueryView): string {
  const reasons = diagnostics.map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  )
  return [`There is no query for ${targetName(target)} (${target}):`, ...reasons].join('\n')
}
