import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Detection, Predicate } from '@/lib/sigma/ast'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { plainString } from '@/lib/sigma/sigma-string'
import type { Clause, Values } from './clause'
import { type DetectionWords, describeDetection } from './describe-detection'
import { toClause } from './to-clause'
import { type FindWritten, writtenValues } from './written-value'

/** Says of every comparison whether it holds, the same for the same comparison. */
type Truth = (field: string | null, relation: string, value: string, suffix: string) => boolean

/** Pseudo-random, from the text of the comparison. "Missing" says "empty" too, as a reader takes it. */
function truthOf(seed: number): Truth {
  return (field, relation, value, suffix) => {
    const of = (name: string) => hash(`${seed} ${field} ${name} ${value} ${suffix}`) % 3 === 0
    return relation === 'missing' ? of('missing') || of('empty') : of(relation)
  }
}

function hash(text: string): number {
  let sum = 2166136261
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 16777619)
  return (sum ^ (sum >>> 13)) >>> 0
}

function holds(clause: Clause, truth: Truth): boolean {
  if (clause.kind === 'all') return clause.clauses.every((each) => holds(each, truth))
  if (clause.kind === 'any') return clause.clauses.some((each) => holds(each, truth))
  return clause.negated !== holdsOf(clause, truth)
}

function holdsOf({ field, relation, values, join: joined, suffix }: Values, truth: Truth): boolean {
  if (values.length === 0) return truth(field, relation, '', suffix)
  if (suffix === ' (by path or original file name)') {
    // Only lower case tells the two lists to be the same.
    return values.some(
      (value) =>
        truth(field, relation, value.toLowerCase(), '') ||
        truth('OriginalFileName', 'is', value.toLowerCase(), ''),
    )
  }
  const one = (value: string) => truth(field, relation, value.toLowerCase(), suffix)
  return joined === 'any' ? values.some(one) : values.every(one)
}

/** The meaning of a predicate, walked without the code that joins and negates. */
function means(predicate: Predicate, written: FindWritten, truth: Truth): boolean {
  switch (predicate.kind) {
    case 'and':
      return predicate.operands.every((each) => means(each, written, truth))
    case 'or':
      return predicate.operands.some((each) => means(each, written, truth))
    case 'not':
      return !means(predicate.operand, written, truth)
    default:
      return holds(toClause(predicate, written), truth)
  }
}

function finds({ required, excluded }: DetectionWords, truth: Truth): boolean {
  return (
    (required === null || holds(required, truth)) && !excluded.some((each) => holds(each, truth))
  )
}

const NO_DETECTION: Detection = { identifiers: [], conditions: [], timeframe: null }

const { predicates } = fc.letrec<{ predicates: Predicate; leaf: Predicate }>((tie) => ({
  leaf: fc
    .record({
      field: fc.constantFrom('Image', 'OriginalFileName', 'A'),
      text: fc.constantFrom('a.exe', 'b.exe', 'c', ''),
      shape: fc.constantFrom('is', 'named', 'contains', 'null'),
    })
    .map(({ field, text, shape }): Predicate => {
      if (shape === 'null') return { kind: 'match', field, comparison: { kind: 'null' }, path: [] }
      const { parts } = plainString(shape === 'named' ? `\\${text}` : text)
      const any = { kind: 'any' } as const
      const ends = shape === 'contains' ? [any] : []
      const value = { parts: [...(shape === 'is' ? [] : [any]), ...parts, ...ends] }
      return { kind: 'match', field, comparison: { kind: 'string', value, cased: false }, path: [] }
    }),
  predicates: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ kind: fc.constant('not' as const), operand: tie('predicates') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('predicates'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}))

describe('what is said finds the same events as the rule', { timeout: 60_000 }, () => {
  it('for any predicate', () => {
    fc.assert(
      fc.property(predicates, fc.nat(), (predicate, seed) => {
        const truth = truthOf(seed)
        const said = describeDetection(predicate, NO_DETECTION)
        expect(finds(said, truth)).toBe(means(predicate, () => null, truth))
      }),
      { numRuns: 1000 },
    )
  })

  // SigmaHQ's rules have a licence of their own and are no part of this project.
  const corpus = join(process.cwd(), '..', 'shared', 'data', 'sigma')
  const present = existsSync(corpus)
  const name = `for every third of SigmaHQ's rules${present ? '' : ' (skipped: ../shared/data/sigma is absent)'}`

  it.skipIf(!present)(
    name,
    () => {
      const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((each) => /^rules[^/]*\/.*\.yml$/.test(each))
        .filter((_, index) => index % 3 === 0)
      const found = { yes: 0, no: 0 }
      for (const file of files) {
        const parsed = parseRule(readFileSync(join(corpus, file), 'utf8'))
        if (!parsed.ok || parsed.document.kind !== 'rule') continue
        const resolved = resolve(parsed.document)
        // Values in the thousands only take time.
        if (!resolved.ok || JSON.stringify(resolved.predicate).length > 40_000) continue
        const { detection } = parsed.document
        const said = describeDetection(resolved.predicate, detection)
        const written = writtenValues(detection)
        for (let seed = 0; seed < 4; seed++) {
          const truth = truthOf(seed)
          const meant = means(resolved.predicate, written, truth)
          found[meant ? 'yes' : 'no']++
          expect(finds(said, truth), `${file}, seed ${seed}`).toBe(meant)
        }
      }
      expect(Math.min(found.yes, found.no)).toBeGreaterThan(500)
    },
    60_000,
  )
})
