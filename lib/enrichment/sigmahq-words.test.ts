import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import type { EnrichmentFacts } from './enrichment'
import { guideFalsePositives } from './false-positives'
import { deriveHypothesis } from './hypothesis'
import { judgeSentences } from './judge-sentences'
import { nameTags } from './named-tags'
import { describeReferences } from './references'
import type { Clause } from './words/clause'
import { describeDetection } from './words/describe-detection'
import { quoteText } from './words/quote-text'

// SigmaHQ's rules have a licence of their own and are no part of this project.
const corpus = join(process.cwd(), '..', 'shared', 'data', 'sigma')
const present = existsSync(corpus)
const skipped = present ? '' : ' (skipped: ../shared/data/sigma is absent)'

function readFacts(): readonly (EnrichmentFacts & { readonly file: string })[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^rules[^/]*\/.*\.yml$/.test(file))
    .flatMap((file) => {
      const parsed = parseRule(readFileSync(join(corpus, file), 'utf8'))
      if (!parsed.ok) return []
      const { document } = parsed
      const resolved = document.kind === 'rule' ? resolve(document) : null
      const predicate = resolved?.ok === true ? resolved.predicate : null
      return { file, document, predicate, queries: [] }
    })
}

const QUOTED = /“[^“”]*”/g

/** The values of a clause in quotation marks, and the names of fields that need them. */
function quotedOf(clause: Clause): readonly string[] {
  if (clause.kind !== 'values') return clause.clauses.flatMap(quotedOf)
  return [clause.field ?? '', ...clause.values].map(quoteText)
}

/** What is left of a text when the values of the rule are taken out. */
function ownWords(text: string): string {
  return text.replace(QUOTED, '“”')
}

describe.skipIf(!present)(`the words for SigmaHQ's rules${skipped}`, { timeout: 60_000 }, () => {
  const rules = present ? readFacts() : []

  it('are there for all', () => {
    expect(rules.length).toBeGreaterThan(2_800)
  })

  it('make a hypothesis of one to three whole sentences', () => {
    const faults = rules.flatMap(({ file, ...facts }) => {
      const { text } = deriveHypothesis(facts)
      const own = ownWords(text)
      const brackets = own.replace(/[^()]/g, '')
      const found = [
        judgeSentences(text),
        text.length > 900 ? 'is too long' : null,
        / {2}|undefined|null|NaN|\[object/.test(own) ? 'has a hole' : null,
        /,\.|\.\.|,,|;\.| ,/.test(own) ? 'has two stops' : null,
        brackets.split('(').length === brackets.split(')').length ? null : 'has an open bracket',
        (own.match(/[.](?: [A-Z]|$)/g) ?? []).length > 3 ? 'has too many sentences' : null,
        /^(?:The rule|This is) /.test(own) ? null : 'begins in an odd way',
      ].filter((fault) => fault !== null)
      return found.map((fault) => `${file} ${fault}: ${text}`)
    })
    expect(faults).toEqual([])
  })

  it('guide through false positives in whole sentences, each rule', () => {
    const faults = rules.flatMap(({ file, ...facts }) => {
      const { excludedByRule, guidance } = guideFalsePositives(facts)
      const texts = [...excludedByRule, ...guidance.map(({ text }) => text)]
      const found = texts.map(judgeSentences).filter((fault) => fault !== null)
      return guidance.length >= 3 && found.length === 0 ? [] : [`${file}: ${found.join(', ')}`]
    })
    expect(faults).toEqual([])
  })

  it('show every value whole', () => {
    const faults = rules.flatMap(({ file, ...facts }) => {
      const { document, predicate } = facts
      if (document.kind !== 'rule' || predicate === null) return []
      const { required, excluded } = describeDetection(predicate, document.detection)
      const known = new Set([
        ...[...(required === null ? [] : [required]), ...excluded].flatMap(quotedOf),
        ...Object.values(document.logsource).map(String).map(quoteText),
        ...document.detection.conditions.map(({ aggregation }) => quoteText(aggregation ?? '')),
        quoteText(document.detection.timeframe ?? ''),
      ])
      const hypothesis = deriveHypothesis(facts).text.replace(/author writes: “[^“”]*”/, '')
      return [hypothesis, ...guideFalsePositives(facts).excludedByRule]
        .flatMap(
          (text) =>
            text.replace(/\(it (?:begins with|ends in) “[^“”]*”\)/g, '').match(QUOTED) ?? [],
        )
        .filter((quoted) => !known.has(quoted))
        .map((quoted) => `${file}: ${quoted}`)
    })
    expect(faults).toEqual([])
  })

  it('hold no ellipsis', () => {
    const cut = rules.flatMap(({ file, ...facts }) => {
      const { excludedByRule, guidance } = guideFalsePositives(facts)
      const texts = [deriveHypothesis(facts), ...guidance].map(({ text }) => text)
      return [...texts, ...excludedByRule].filter((text) => text.includes('…')).map(() => file)
    })
    expect(cut).toEqual([])
  })

  it('are seldom so long that values are described', () => {
    const described = rules.filter(({ file: _, ...facts }) =>
      / of [\d,]+(?: to [\d,]+)? characters\b/.test(deriveHypothesis(facts).text),
    )
    expect(described.length).toBeLessThan(rules.length / 100)
  })

  it('know the log of nearly every rule', () => {
    const general = rules.filter(({ file: _, ...facts }) =>
      guideFalsePositives(facts).guidance.some(({ text }) => text.includes('in any log')),
    )
    expect(general.length).toBeLessThan(rules.length / 50)
  })

  it('keep every reference and name no tag twice', () => {
    for (const { file, document, ...facts } of rules) {
      const urls = describeReferences(document.references).map(({ url }) => url)
      expect(urls, file).toEqual(document.references)
      const names = nameTags({ document, ...facts }).map(({ name }) => name.toLowerCase())
      expect(new Set(names).size, file).toBe(names.length)
    }
  })

  it('take less than a millisecond a rule', () => {
    // Of this process, since the machine may be busy with others.
    const start = process.cpuUsage()
    for (const { file: _, ...facts } of rules) deriveHypothesis(facts)
    const { user } = process.cpuUsage(start)
    expect(user / 1_000 / rules.length).toBeLessThan(1)
  })
})
