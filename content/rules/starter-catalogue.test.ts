import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import ruleSchema from '@/content/sigma-specification/sigma-detection-rule-schema.json'
import { TACTICS } from '@/lib/attack/release'
import { resolveAttackTags } from '@/lib/attack/resolve-attack-tags'

interface Rule {
  readonly title: string
  readonly id: string
  readonly status: string
  readonly description: string
  readonly license: string
  readonly references: readonly string[]
  readonly author: string
  readonly date: string
  readonly tags: readonly string[]
  readonly logsource: { readonly product: string; readonly category: string }
  readonly detection: Readonly<Record<string, unknown>> & { readonly condition: string }
  readonly falsepositives: readonly string[]
  readonly level: string
}

const KEYS =
  'title id status description license references author date tags logsource detection falsepositives level'
/** https://github.com/SigmaHQ/sigma-specification/blob/main/sigmahq/sigmahq-filename-convention.md */
const PREFIXES: Readonly<Record<string, string>> = {
  'linux/file_event': 'file_event_lnx_',
  'linux/network_connection': 'net_connection_lnx_',
  'linux/process_creation': 'proc_creation_lnx_',
  'macos/file_event': 'file_event_macos_',
  'macos/process_creation': 'proc_creation_macos_',
  'windows/dns_query': 'dns_query_win_',
  'windows/file_delete': 'file_delete_win_',
  'windows/file_event': 'file_event_win_',
  'windows/image_load': 'image_load_',
  'windows/network_connection': 'net_connection_win_',
  'windows/process_creation': 'proc_creation_win_',
  'windows/registry_delete': 'registry_delete_',
  'windows/registry_set': 'registry_set_',
}
/** Tactics whose traces lie outside the hosts that one defends. */
const OUT_OF_SIGHT = ['reconnaissance', 'resource-development']
const SMALL_WORDS = [
  'a',
  'an',
  'and',
  'by',
  'for',
  'from',
  'in',
  'of',
  'or',
  'over',
  'the',
  'to',
  'via',
  'with',
  'without',
]

const root = dirname(fileURLToPath(import.meta.url))
const rules = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yml'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, rule: load(text, { schema: CORE_SCHEMA }) as Rule }
  })

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats(ajv)
const validate = ajv.compile(ruleSchema)

describe('the starter catalogue', () => {
  it('has 45 rules with ids and titles of their own', () => {
    expect(rules).toHaveLength(45)
    expect(new Set(rules.map(({ rule }) => rule.id)).size).toBe(rules.length)
    expect(new Set(rules.map(({ rule }) => rule.title)).size).toBe(rules.length)
  })

  it('covers every tactic that an endpoint can show, on three systems, and exfiltration over SMTP', () => {
    const { tactics } = resolveAttackTags(rules.flatMap(({ rule }) => rule.tags))
    const covered = new Set(tactics.map(({ shortName }) => shortName))
    const missing = TACTICS.filter(({ shortName }) => !covered.has(shortName))
    expect(missing.map(({ shortName }) => shortName)).toEqual(OUT_OF_SIGHT)
    const products = new Set(rules.map(({ rule }) => rule.logsource.product))
    expect([...products].sort()).toEqual(['linux', 'macos', 'windows'])
    const smtp = rules.filter(({ rule }) => rule.tags.includes('attack.t1048.003'))
    expect(smtp).toHaveLength(1)
  })
})

// https://github.com/SigmaHQ/sigma-specification/tree/main/sigmahq: rule, title and file name conventions.
describe.each(rules.map((each) => [each.path, each] as const))('%s', (path, { text, rule }) => {
  it("satisfies Sigma's JSON schema", () => {
    validate(rule)
    expect(validate.errors ?? []).toEqual([])
  })

  it('is written as SigmaHQ writes: keys in order, 4 spaces, no trailing space', () => {
    expect(Object.keys(rule).join(' ')).toBe(KEYS)
    expect(text).not.toMatch(/[ \t]+$/m)
    expect(text).not.toMatch(/\t|\r/)
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true)
    expect(text).not.toMatch(/^ {1,3}\S/m)
  })

  it('lies where its logsource says and is named after it', () => {
    const { product, category } = rule.logsource
    expect(dirname(path)).toBe(join(product, category))
    expect(basename(path)).toMatch(/^[a-z0-9_]{6,66}\.yml$/)
    expect(
      basename(path).startsWith(PREFIXES[`${product}/${category}`] ?? 'no rule of this logsource'),
    ).toBe(true)
  })

  it('says who made it, when, and under which licence', () => {
    expect(rule.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(rule).toMatchObject({
      author: 'Rule Atlas',
      status: 'experimental',
      license: 'Apache-2.0',
    })
    expect(rule.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('has a title in title case whose first word suits its level', () => {
    expect(rule.title.length).toBeLessThanOrEqual(90)
    const lower = rule.title.split(' ').filter((word) => /^[a-z]+$/.test(word))
    expect(lower.filter((word) => !SMALL_WORDS.includes(word))).toEqual([])
    const opening = { high: 'Suspicious ', medium: 'Potential ' }[rule.level]
    expect(rule.title.startsWith(opening ?? 'no rule of this level')).toBe(true)
  })

  it('explains itself in two or three full sentences', () => {
    const sentences = rule.description.trim().split('\n')
    expect(rule.description.startsWith('Detects ')).toBe(true)
    expect(sentences.length === 2 || sentences.length === 3).toBe(true)
    expect(sentences.filter((line) => !/^[A-Z].{60,}\.$/.test(line))).toEqual([])
    expect(rule.description).not.toMatch(/https?:/)
  })

  it('gives references over https, none of them to ATT&CK, which tags name', () => {
    expect(rule.references.length).toBeGreaterThan(0)
    for (const reference of rule.references) {
      expect(new URL(reference).protocol).toBe('https:')
      expect(reference).not.toContain('attack.mitre.org')
      expect(reference).not.toMatch(/github\.com\/.*\/(main|master)\//)
    }
  })

  it('tags techniques of the current ATT&CK release and exactly their tactics', () => {
    expect(rule.tags.filter((tag) => tag !== tag.toLowerCase())).toEqual([])
    const resolved = resolveAttackTags(rule.tags)
    expect([...resolved.unknown, ...resolved.other]).toEqual([])
    expect(resolved.techniques.length).toBeGreaterThan(0)
    expect(resolved.techniques.filter((each) => each.state !== 'current')).toEqual([])
    expect(resolved.tactics.filter((each) => each.origin !== 'tag')).toEqual([])

    const tagged = resolved.tactics.map((each) => each.shortName)
    const own = resolved.techniques.map((each) => each.tactics.map((tactic) => tactic.shortName))
    expect(own.filter((names) => !names.some((name) => tagged.includes(name)))).toEqual([])
    expect(tagged.filter((name) => !own.flat().includes(name))).toEqual([])
  })

  it('names its searches as SigmaHQ does and uses each one', () => {
    const { condition, ...searches } = rule.detection
    const names = Object.keys(searches)
    const pattern = /^(selection(_[a-z0-9_]+)?|filter_(main|optional)_[a-z0-9_]+)$/
    expect(names.filter((name) => !pattern.test(name))).toEqual([])
    const used = condition.split(/[\s()]+/).filter((word) => /^(selection|filter)/.test(word))
    const patterns = used.map((word) => new RegExp(`^${word.replace('*', '.*')}$`))
    expect(names.filter((name) => !patterns.some((each) => each.test(name)))).toEqual([])
    expect(patterns.filter((each) => !names.some((name) => each.test(name)))).toEqual([])
  })

  it('is honest about false positives', () => {
    const banned = /^(none|pentest|penetration test|red team|unknown)/i
    expect(rule.falsepositives.length).toBeGreaterThan(0)
    expect(rule.falsepositives.filter((line) => banned.test(line) || !/^[A-Z]/.test(line))).toEqual(
      [],
    )
  })
})
