import { assertNever } from '@/lib/diagnostics'
import { call, column, filter, type KqlExpression, literal, or } from '@/lib/kql/ast'
import { toKustoRegex } from '@/lib/kql/regex'
import type { Comparison } from '@/lib/sigma/ast'
import { type BaseName, baseNameOf } from './base-name'
import { decodeEntities, encodeEntities, hasEntities, mayBeEncoded } from './entities'
import type { LossLog, Polarity } from './loss'
import { withLostBraces } from './lost-braces'
import { lostCase, withoutCase } from './lost-case'
import { lowerString, mapText, needsRegex, TEXT_OPERATORS } from './lower-string'
import { constant, dropped, type Lowered, lowered } from './lowered'
import type { ValueMapping } from './mapping'

/** One field that is looked at: how it is mapped, and where its losses go. */
export interface FieldUse {
  readonly field: string
  readonly mapping: ValueMapping
  /** What is compared, where it is not the field itself. */
  readonly of?: KqlExpression
  readonly polarity: Polarity
  readonly log: LossLog
  /** The column of another field of the same rule, for `|fieldref`; null where it has none. */
  readonly columnOf: (field: string) => KqlExpression | null
}

/** The expression that reads a field: its column, or the name under which it is extended. */
export function readField(field: string, mapping: ValueMapping): KqlExpression {
  return mapping.value.kind === 'column' ? mapping.value : column(field)
}

/** One comparison of a field with a value, in the form that its column holds. */
export function lowerValue(comparison: Comparison, use: FieldUse): Lowered {
  const folded = use.mapping.losesCase ? withoutCase(comparison) : null
  if (folded !== null) {
    use.log.add(lostCase(use.field), 'widens', use.polarity)
    return lowerValue(folded, use)
  }
  const left = use.of ?? readField(use.field, use.mapping)
  switch (comparison.kind) {
    case 'string':
      return lowerStringValue(comparison, left, use)
    case 'number':
      return use.mapping.type === 'string'
        ? lowered(filter(left, '=~', String(comparison.value)))
        : lowered(filter(left, '==', comparison.value))
    case 'boolean':
      return lowered(filter(asText(left, use), '=~', String(comparison.value)))
    case 'null':
      return lowered(isAbsent(left, use))
    case 'exists':
      return lowerExists(comparison.expected, left, use)
    case 'regex':
      return lowerRegex(comparison, left, use)
    case 'cidr':
      return lowered(inNetwork(comparison, left))
    case 'order':
      return lowered(inOrder(comparison, left, use))
    case 'field':
      return lowerFieldReference(comparison, left, use)
    case 'time-part':
      return unsupported(use, `compares its ${comparison.part}, which no query here can yet`)
    case 'placeholder':
      return dropped({
        code: 'TARGET_PLACEHOLDER',
        message: `"${use.field}" is compared with the placeholder "%${comparison.name}%", whose values only you know; replace it in the rule.`,
      })
    default:
      return assertNever(comparison)
  }
}

type Of<K extends Comparison['kind']> = Extract<Comparison, { kind: K }>

function lowerStringValue(comparison: Of<'string'>, left: KqlExpression, use: FieldUse): Lowered {
  const { value, cased } = comparison
  if (use.mapping.type !== 'string') return lowerNumberText(comparison, left)
  if (value.parts.length === 0) {
    use.log.add(absentIsEmpty(use.field), 'widens', use.polarity)
    return lowered(call('isempty', left))
  }
  switch (use.mapping.holds) {
    case undefined:
      return lowered(withForms(comparison, left, use))
    case 'base-name':
      return onBaseName(baseNameOf(value, use.mapping.separator), cased, left, use)
    case 'path-or-base-name': {
      const whole = withForms(comparison, left, use)
      const base = baseNameOf(value, use.mapping.separator)
      if (base.kind === 'undecidable') {
        use.log.add(folderOnly(use.field), 'narrows', use.polarity)
        return lowered(whole)
      }
      logFolder(base.kind, use)
      // Without a separator the value itself already fits a bare file name.
      if (base.value.parts === value.parts) return lowered(whole)
      return lowered(or([whole, lowerString(left, base.value, cased)]))
    }
    default:
      return assertNever(use.mapping.holds)
  }
}

function onBaseName(base: BaseName, cased: boolean, left: KqlExpression, use: FieldUse): Lowered {
  if (base.kind === 'undecidable') return dropped(folderOnly(use.field))
  logFolder(base.kind, use)
  return lowered(lowerString(left, base.value, cased))
}

function logFolder(kind: BaseName['kind'], { field, log, polarity }: FieldUse): void {
  if (kind === 'folder-lost') log.add(folderLost(field), 'widens', polarity)
  if (kind === 'folder-unseen') log.add(folderOnly(field), 'narrows', polarity)
}

/** Text against a number column: a number is compared as one, a pattern against its digits. */
function lowerNumberText({ value, cased }: Of<'string'>, left: KqlExpression): Lowered {
  const [first, ...rest] = value.parts
  if (first === undefined) return lowered(call('isnull', left))
  if (value.parts.every((part) => part.kind === 'any')) return lowered(call('isnotnull', left))
  if (rest.length > 0 || first.kind !== 'text') {
    return lowered(lowerString(call('tostring', left), value, cased))
  }
  return /^\d{1,15}$/.test(first.text)
    ? lowered(filter(left, '==', Number(first.text)))
    : constant(false)
}

/** A value in every form that rows keep it in, where the column is read out of an event's XML. */
function withForms(
  { value, cased }: Of<'string'>,
  left: KqlExpression,
  use: FieldUse,
): KqlExpression {
  if (use.mapping.fromXml === undefined) return lowerString(left, value, cased)
  const forms = use.mapping.keepsBraces ? [value] : [value, ...withLostBraces(value)]
  return or(
    forms.flatMap((form) => {
      if (!hasEntities(form)) return [lowerString(left, form, cased)]
      if (needsRegex(form)) return [lowerString(decodeEntities(left), form, cased)]
      return [
        lowerString(left, form, cased),
        lowerString(left, mapText(form, encodeEntities), cased),
      ]
    }),
  )
}

function lowerRegex(comparison: Of<'regex'>, left: KqlExpression, use: FieldUse): Lowered {
  const regex = toKustoRegex(comparison.pattern)
  if (!regex.ok) {
    return dropped({
      code: 'TARGET_UNSUPPORTED_REGEX',
      message: `The regular expression on "${use.field}" has no equal in Kusto: ${regex.reason}.`,
    })
  }
  if (use.mapping.holds === 'base-name') {
    return unsupported(
      use,
      'is compared by a regular expression, but the column holds only the file name',
    )
  }
  if (use.mapping.holds === 'path-or-base-name')
    use.log.add(folderOnly(use.field), 'narrows', use.polarity)
  const flags = `${comparison.ignoreCase ? 'i' : ''}${comparison.multiLine ? 'm' : ''}${comparison.dotAll ? 's' : ''}`
  const pattern = flags === '' ? regex.pattern : `(?${flags})${regex.pattern}`
  const decoded = use.mapping.fromXml !== undefined && mayBeEncoded(comparison.pattern)
  const text = decoded ? decodeEntities(left) : asText(left, use)
  return lowered(filter(text, 'matches regex', pattern))
}

/**
 * `ipv4_is_in_range` and `ipv6_is_in_range` are null for a text that is no such address, and null
 * stays null under `not`, where the row would be lost.
 */
function inNetwork(comparison: Of<'cidr'>, left: KqlExpression): KqlExpression {
  const name = comparison.version === 4 ? 'ipv4_is_in_range' : 'ipv6_is_in_range'
  return call('coalesce', call(name, left, literal(comparison.network)), literal(false))
}

const ORDER = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function inOrder(comparison: Of<'order'>, left: KqlExpression, use: FieldUse): KqlExpression {
  const number = use.mapping.type === 'string' ? call('todouble', left) : left
  return call(
    'coalesce',
    filter(number, ORDER[comparison.operator], comparison.value),
    literal(false),
  )
}

function lowerExists(expected: boolean, left: KqlExpression, use: FieldUse): Lowered {
  const absent = isAbsent(left, use)
  if (use.mapping.type === 'string') {
    use.log.add(absentIsEmpty(use.field), expected ? 'narrows' : 'widens', use.polarity)
  }
  return lowered(
    expected ? call(use.mapping.type === 'string' ? 'isnotempty' : 'isnotnull', left) : absent,
  )
}

function lowerFieldReference(comparison: Of<'field'>, left: KqlExpression, use: FieldUse): Lowered {
  const other = use.columnOf(comparison.other)
  if (other === null) {
    return dropped({
      code: 'TARGET_UNSUPPORTED_FIELD',
      message: `"${use.field}" is compared with the field "${comparison.other}", which has no column here.`,
    })
  }
  return lowered(
    filter(
      asText(left, use),
      TEXT_OPERATORS[comparison.shape][comparison.cased ? 'cased' : 'plain'],
      other,
    ),
  )
}

function isAbsent(left: KqlExpression, use: FieldUse): KqlExpression {
  return call(use.mapping.type === 'string' ? 'isempty' : 'isnull', left)
}

function asText(left: KqlExpression, use: FieldUse): KqlExpression {
  return use.mapping.type === 'string' ? left : call('tostring', left)
}

function unsupported(use: FieldUse, what: string): Lowered {
  return dropped({ code: 'TARGET_UNSUPPORTED_VALUE', message: `"${use.field}" ${what}.` })
}

const absentIsEmpty = (field: string) => ({
  code: 'TARGET_ABSENT_IS_EMPTY' as const,
  message: `A text column cannot tell an absent "${field}" from an empty one; both count as empty.`,
})
const folderOnly = (field: string) => ({
  code: 'TARGET_BASE_NAME_ONLY' as const,
  message: `Rows from Microsoft Defender hold only the file name of "${field}": a condition on its folder is false there.`,
})
const folderLost = (field: string) => ({
  code: 'TARGET_BASE_NAME_ONLY' as const,
  message: `Rows from Microsoft Defender hold only the file name of "${field}": there the file is matched in any folder.`,
})
