import { assertNever } from '@/lib/diagnostics'
import { and, type KqlExpression } from '@/lib/kql/ast'
import { negate } from '@/lib/kql/negate'
import type { Comparison, Match, Predicate } from '@/lib/sigma/ast'
import { baseNameOf } from './base-name'
import { fits } from './fits'
import { lowerHashes } from './hashes'
import { flip, type Loss, type LossLog, type Polarity } from './loss'
import { type FieldUse, lowerValue, readField } from './lower-value'
import { constant, dropped, type Lowered, lowered } from './lowered'
import type { Caution, Form, ValueMapping, Variant, WordsMapping } from './mapping'
import { mergeOr } from './merge-or'
import { plainText } from './rewrites'

/** What stays the same while one rule is lowered for one target. */
export interface Lowering {
  readonly variant: Variant
  readonly log: LossLog
  /** Fields whose value the query reads, in the order in which the rule names them. */
  readonly used: Set<string>
  /** For messages: `Sysmon event 3`, `DeviceNetworkEvents`. */
  readonly tableName: string
  /** File names that an alternative of the same choice already asks `Image` for, lower-case. */
  readonly namesOnDisk?: ReadonlySet<string>
}

/** Lowers a predicate to an expression over the variant's columns; every difference goes to the log. */
export function lower(
  predicate: Predicate,
  lowering: Lowering,
  polarity: Polarity = 'positive',
): Lowered {
  switch (predicate.kind) {
    case 'and':
      return lowerAnd(predicate.operands, lowering, polarity)
    case 'or':
      return lowerOr(predicate.operands, lowering, polarity)
    case 'not': {
      const operand = lower(predicate.operand, lowering, flip(polarity))
      if (operand.kind === 'expression') return lowered(negate(operand.expression))
      return operand.kind === 'constant' ? constant(!operand.value) : operand
    }
    case 'match':
      return lowerMatch(predicate, lowering, polarity)
    case 'keyword':
      return dropped({
        code: 'TARGET_UNSUPPORTED_KEYWORD',
        message:
          'The rule looks for a keyword anywhere in the event; this version asks for fields only.',
      })
    default:
      return assertNever(predicate)
  }
}

function lowerAnd(operands: readonly Predicate[], lowering: Lowering, polarity: Polarity): Lowered {
  const results = operands.map((operand) => lower(operand, lowering, polarity))
  if (results.some((result) => result.kind === 'constant' && !result.value)) return constant(false)
  const kept = expressionsOf(results)
  const lost = lossesOf(results)
  if (lost.length === 0) return kept.length === 0 ? constant(true) : lowered(and(kept))

  // What says which events are meant is gone when only exclusions are left.
  const selective = operands.some(
    ({ kind }, index) => kind !== 'not' && results[index]?.kind === 'expression',
  )
  if (!selective) return { kind: 'dropped', losses: lost }
  for (const loss of lost) lowering.log.add(loss, 'widens', polarity)
  return lowered(and(kept))
}

function lowerOr(operands: readonly Predicate[], lowering: Lowering, polarity: Polarity): Lowered {
  const choice = { ...lowering, namesOnDisk: namesOnDisk(operands) }
  const results = withoutRepeatedEmpty(operands).map((operand) => lower(operand, choice, polarity))
  if (results.some((result) => result.kind === 'constant' && result.value)) return constant(true)
  const kept = expressionsOf(results)
  const lost = lossesOf(results)
  if (kept.length === 0)
    return lost.length === 0 ? constant(false) : { kind: 'dropped', losses: lost }
  for (const loss of lost) lowering.log.add(loss, 'narrows', polarity)
  return lowered(mergeOr(kept))
}

function expressionsOf(results: readonly Lowered[]): KqlExpression[] {
  return results.flatMap((result) => (result.kind === 'expression' ? [result.expression] : []))
}

function lossesOf(results: readonly Lowered[]): Loss[] {
  return results.flatMap((result) => (result.kind === 'dropped' ? result.losses : []))
}

/** The `x.exe` of each `Image|endswith: \x.exe`. */
function namesOnDisk(operands: readonly Predicate[]): ReadonlySet<string> {
  return new Set(
    operands.flatMap((part) => {
      if (part.kind !== 'match' || part.field !== 'Image' || part.comparison.kind !== 'string')
        return []
      const base = baseNameOf(part.comparison.value)
      const [name] = base.kind === 'exact' ? base.value.parts : []
      return name?.kind === 'text' ? [name.text.toLowerCase()] : []
    }),
  )
}

/** `null` already stands for absent or empty: an empty string beside it says nothing more. */
function withoutRepeatedEmpty(operands: readonly Predicate[]): readonly Predicate[] {
  const absent = new Set(
    operands.flatMap((part) =>
      part.kind === 'match' && part.comparison.kind === 'null' ? [part.field] : [],
    ),
  )
  return operands.filter(
    (part) => part.kind !== 'match' || plainText(part.comparison) !== '' || !absent.has(part.field),
  )
}

function lowerMatch(match: Match, lowering: Lowering, polarity: Polarity): Lowered {
  const mapping = lowering.variant.fields[match.field]
  if (mapping === undefined) return lowerUnlisted(match, lowering)
  switch (mapping.kind) {
    case 'words': {
      const result = lowerWords(match, mapping)
      if (result.kind === 'expression') heed(mapping.caution, match.comparison, lowering, polarity)
      return result
    }
    case 'hashes': {
      const result = lowerHashes(match.comparison, mapping)
      if (result.kind === 'expression') heed(mapping.caution, match.comparison, lowering, polarity)
      return result
    }
    case 'value': {
      const result = lowerForms(match, mapping, lowering, polarity)
      if (result.kind !== 'expression') return result
      lowering.used.add(match.field)
      for (const caution of cautionsOf(mapping, match.comparison))
        heed(caution, match.comparison, lowering, polarity)
      return result
    }
    default:
      return assertNever(mapping)
  }
}

/** A comparison in each form that the column may hold its value in. */
function lowerForms(
  { field, comparison }: Match,
  mapping: ValueMapping,
  lowering: Lowering,
  polarity: Polarity,
): Lowered {
  const use = {
    field,
    mapping,
    polarity,
    log: lowering.log,
    columnOf: (other: string) => columnOf(other, lowering),
  }
  const forms = mapping.rewrite?.(comparison) ?? [comparison]
  const results = forms.map((form) =>
    'kind' in form ? lowerValue(form, use) : lowerForm(form, use),
  )
  const [only, ...rest] = results
  if (only !== undefined && rest.length === 0) return only
  return lowered(mergeOr(expressionsOf(results)))
}

function lowerForm({ comparison, of, when }: Form, use: FieldUse): Lowered {
  if (comparison === undefined) return when === undefined ? constant(true) : lowered(when)
  const result = lowerValue(comparison, of === undefined ? use : { ...use, of })
  if (result.kind !== 'expression' || when === undefined) return result
  return lowered(and([result.expression, when]))
}

function cautionsOf(mapping: ValueMapping, comparison: Comparison): readonly Caution[] {
  const always = mapping.caution === undefined ? [] : [mapping.caution]
  return [...always, ...(mapping.cautions?.(comparison) ?? [])]
}

/** Logs what comes with using a field at all. */
function heed(
  caution: Caution | undefined,
  comparison: Comparison,
  { log, namesOnDisk: covered }: Lowering,
  polarity: Polarity,
): void {
  if (caution === undefined) return
  if (caution.effect === 'either') {
    log.add(caution, 'narrows', polarity)
    const text = plainText(comparison)?.toLowerCase()
    if (mayBeOnDisk(text) && !covered?.has(text ?? '')) log.add(caution, 'widens', polarity)
    return
  }
  // A missing value makes a question for its absence true, and every other one false.
  log.add(caution, caution.effect, asksForAbsence(comparison) ? flip(polarity) : polarity)
}

/** Libraries and paths are names that no started program has on disk. */
function mayBeOnDisk(name: string | undefined): boolean {
  return name === undefined || !(name.endsWith('.dll') || name.includes('\\'))
}

/** A field that the table has no column for, or that the event never has. */
function lowerUnlisted(match: Match, { variant, log, tableName }: Lowering): Lowered {
  const message = `${tableName} has no "${match.field}"`
  const place = variant.elsewhere?.[match.field]
  const elsewhere = place === undefined ? '' : ` ${place}`
  if (variant.unlisted === 'unmapped') {
    return dropped({
      code: 'TARGET_UNSUPPORTED_FIELD',
      message: `${message}: what the rule asks of it cannot be asked here.${elsewhere}`,
    })
  }
  const { comparison } = match
  const holds = asksForAbsence(comparison)
  const loss = {
    code: 'TARGET_FIELD_ABSENT' as const,
    message: `${message}: it counts as absent there.`,
  }
  log.note(loss)
  return constant(holds)
}

function asksForAbsence(comparison: Comparison): boolean {
  return comparison.kind === 'null' || (comparison.kind === 'exists' && !comparison.expected)
}

/** The conditions of all words that the comparison holds for. */
function lowerWords({ field, comparison }: Match, { words }: WordsMapping): Lowered {
  const value = comparison.kind === 'string' ? comparison.value : null
  const text = comparison.kind === 'number' ? String(comparison.value) : plainText(comparison)
  if (value === null && text === null) {
    if (comparison.kind === 'null') return constant(false)
    return dropped({
      code: 'TARGET_UNSUPPORTED_VALUE',
      message: `"${field}" is compared with something other than ${Object.keys(words).join(' or ')}.`,
    })
  }
  const held = Object.entries(words).flatMap(([word, condition]) => {
    const holds = value === null ? word === text?.toLowerCase() : fits(value, word)
    return holds ? [condition] : []
  })
  const conditions = held.filter((condition) => typeof condition === 'object')
  if (held.includes(true)) return constant(true)
  return conditions.length === 0 ? constant(false) : lowered(mergeOr(conditions))
}

function columnOf(field: string, { variant, used }: Lowering): KqlExpression | null {
  const mapping = variant.fields[field]
  if (mapping?.kind !== 'value') return null
  used.add(field)
  return mapping.type === 'string' ? readField(field, mapping) : null
}

/** True when every event that satisfies the predicate has this value in this field. */
export function implies(predicate: Predicate, field: string, value: string): boolean {
  switch (predicate.kind) {
    case 'and':
      return predicate.operands.some((operand) => implies(operand, field, value))
    case 'or':
      return predicate.operands.every((operand) => implies(operand, field, value))
    case 'match':
      return predicate.field === field && plainText(predicate.comparison)?.toLowerCase() === value
    case 'not':
    case 'keyword':
      return false
    default:
      return assertNever(predicate)
  }
}
