import { and, call, column, filter, type KqlExpression, oneOf } from '@/lib/kql/ast'
import type { Comparison, SigmaString } from '@/lib/sigma/ast'
import { fits } from './fits'
import type { Caution, Form } from './mapping'
import { plainText } from './rewrites'

/**
 * The data of a registry value as Sysmon writes it in `Details`, in the forms in which
 * RegistryValueData holds it. Sysmon: `DWORD (0x00000001)`, `QWORD (0x00000000-0x00000001)`,
 * `Binary Data`, `(Empty)`, else the text itself. Defender: a number in decimal, and what it is in
 * RegistryValueType (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceregistryevents-table;
 * the types are those of the ASIM parser for it).
 */
const DATA = column('RegistryValueData')
const TYPE = column('RegistryValueType')

const DWORD = /^DWORD \(0x([0-9a-f]{8})\)$/i
const QWORD = /^QWORD \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/i

/** What a table says of its data; types are compared without case. */
export interface DataRows {
  readonly types: { readonly dword: string; readonly qword: string; readonly binary: string }
  /** The rows that are not Sysmon's own, where a table unites both; null where no row is. */
  readonly others: KqlExpression | null
  /** The rows of values that were set, where others are among them. */
  readonly withData?: KqlExpression
}

/** The comparisons with a table's data that together mean one with Sysmon's. */
export function registryDataForms(
  comparison: Comparison,
  rows: DataRows,
): readonly (Comparison | Form)[] {
  const { types, others, withData } = rows
  const onOthers = others === null ? [] : [others]
  if (comparison.kind === 'number') return [onlyOnText(equal(String(comparison.value)), rows)]
  if (asksForNothing(comparison)) return [{ comparison, when: filter(TYPE, '!~', types.binary) }]
  if (comparison.kind !== 'string' || hasNoText(comparison.value)) return [comparison]
  const { value } = comparison
  const forms: (Comparison | Form)[] = []
  if (others !== null || !isWordOfSysmon(value))
    forms.push(isNumeric(value) ? onlyOnText(comparison, rows) : comparison)
  const number = numberIn(value)
  if (number !== null) {
    // Where no type is said, the digits have to do.
    const isOfType = oneOf(TYPE, 'in~', [types[number.type], ''])
    forms.push({ comparison: equal(number.digits), when: and([...onOthers, isOfType]) })
  }
  if (fits(value, 'Binary Data')) forms.push({ when: filter(TYPE, '=~', types.binary) })
  if (fits(value, '(Empty)')) {
    const isEmpty = [call('isempty', DATA), filter(TYPE, '!~', types.binary)]
    const whereSet = withData === undefined ? [] : [withData]
    forms.push({ when: and([...isEmpty, ...onOthers, ...whereSet]) })
  }
  return forms
}

/** What the forms cannot ask for. */
export function registryDataCautions(comparison: Comparison): readonly Caution[] {
  if (comparison.kind === 'regex')
    return /word|0x|binary|empty/i.test(comparison.pattern) ? [PARTS_OF_A_NUMBER] : []
  if (comparison.kind !== 'string' || hasNoText(comparison.value)) return []
  if (numberIn(comparison.value) !== null) return []
  return SAMPLES.some((sample) => fits(comparison.value, sample)) ? [PARTS_OF_A_NUMBER] : []
}

const PARTS_OF_A_NUMBER: Caution = {
  code: 'TARGET_FIELD_APPROXIMATED',
  message:
    'Defender and Windows hold numbers in "Details" in decimal: a pattern over Sysmon\'s way of writing them finds none there.',
  effect: 'narrows',
}

/** Numbers as Sysmon writes them, one for each hexadecimal digit. */
const SAMPLES = [...'0123456789abcdef'].flatMap((digit) => {
  const half = `0x${digit.repeat(8)}`
  return [`DWORD (${half})`, `QWORD (${half}-${half})`]
})

const equal = (text: string): Comparison => ({
  kind: 'string',
  value: { parts: [{ kind: 'text', text }] },
  cased: false,
})

/** Digits alone are a text to Sysmon: a number would stand in its hexadecimal form. */
const onlyOnText = (comparison: Comparison, { types }: DataRows): Form => ({
  comparison,
  when: { kind: 'in', operator: '!in~', left: TYPE, values: [types.dword, types.qword] },
})

/** Binary data may be an empty text, but is not absent. */
function asksForNothing(comparison: Comparison): boolean {
  return comparison.kind === 'null' || plainText(comparison) === ''
}

function hasNoText({ parts }: SigmaString): boolean {
  return !parts.some(({ kind }) => kind === 'text')
}

function isNumeric({ parts }: SigmaString): boolean {
  return parts.every((part) => part.kind !== 'text' || /^\d+$/.test(part.text))
}

/** True for a whole value that only Sysmon writes. */
function isWordOfSysmon({ parts }: SigmaString): boolean {
  const [first, ...rest] = parts
  if (first?.kind !== 'text' || rest.length > 0) return false
  return /^(?:Binary Data|\(Empty\))$/i.test(first.text) || wholeNumber(first.text) !== null
}

interface WholeNumber {
  readonly type: 'dword' | 'qword'
  /** In decimal. */
  readonly digits: string
}

/** The one number that a pattern over Sysmon's way of writing it asks for. */
function numberIn(value: SigmaString): WholeNumber | null {
  const [text, ...rest] = value.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  if (text === undefined || rest.length > 0) return null
  const found = /0x([0-9a-f]{8})(?:-0x([0-9a-f]{8}))?/i.exec(text)
  if (found === null) return null
  const written =
    found[2] === undefined ? `DWORD (0x${found[1]})` : `QWORD (0x${found[1]}-0x${found[2]})`
  return fits(value, written) ? wholeNumber(written) : null
}

function wholeNumber(text: string): WholeNumber | null {
  const digits = (hexadecimal: string) => BigInt(`0x${hexadecimal}`).toString()
  const dword = DWORD.exec(text)
  if (dword !== null) return { type: 'dword', digits: digits(dword[1] ?? '') }
  const qword = QWORD.exec(text)
  return qword === null ? null : { type: 'qword', digits: digits(`${qword[1]}${qword[2]}`) }
}
