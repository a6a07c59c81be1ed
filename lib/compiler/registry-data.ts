import { and, call, column, type KqlExpression } from '@/lib/kql/ast'
import type { Comparison, SigmaString } from '@/lib/sigma/ast'
import { fits } from './fits'
import type { Caution, Form } from './mapping'

/**
 * The data of a registry value as Sysmon writes it in `Details`, in the forms in which
 * RegistryValueData holds it. Sysmon: `DWORD (0x00000001)`, `QWORD (0x00000000-0x00000001)`,
 * `Binary Data`, `(Empty)`, else the text itself. Defender: a number in decimal, and what it is in
 * RegistryValueType (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceregistryevents-table;
 * the types are those of the ASIM parser for it).
 */
const DATA = column('RegistryValueData')
const TYPE = column('RegistryValueType')

/** Compared without case: Defender's words, those of its ASIM parser, and those of the others. */
const NUMBERS = ['Dword', 'QWord', 'Reg_DWord', 'Reg_QWord']
const BINARY = ['Binary', 'Reg_Binary']

const DWORD = /^DWORD \(0x([0-9a-f]{8})\)$/i
const QWORD = /^QWORD \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/i

export interface DataRows {
  /** Whether rows of Sysmon, with its own words, are among them. */
  readonly ofSysmonToo: boolean
  /** What holds on the rows whose empty text means that the data is empty, and not that none is kept. */
  readonly withData: readonly KqlExpression[]
}

/** The comparisons with a table's data that together mean one with Sysmon's. */
export function registryDataForms(
  comparison: Comparison,
  { ofSysmonToo, withData }: DataRows,
): readonly (Comparison | Form)[] {
  if (comparison.kind === 'number') return [onlyOnText(equal(String(comparison.value)))]
  if (comparison.kind !== 'string' || hasNoText(comparison.value)) return [comparison]
  const { value } = comparison
  const forms: (Comparison | Form)[] = []
  if (ofSysmonToo || !isWordOfSysmon(value))
    forms.push(isNumeric(value) ? onlyOnText(comparison) : comparison)
  const number = numberIn(value)
  if (number !== null) forms.push(equal(number))
  if (fits(value, 'Binary Data'))
    forms.push({ when: { kind: 'in', operator: 'in~', left: TYPE, values: BINARY } })
  if (fits(value, '(Empty)')) {
    const isNoBinary: KqlExpression = { kind: 'in', operator: '!in~', left: TYPE, values: BINARY }
    forms.push({ when: and([call('isempty', DATA), isNoBinary, ...withData]) })
  }
  return forms
}

/** What the forms cannot tell apart, or cannot ask for. */
export function registryDataCautions(comparison: Comparison): readonly Caution[] {
  if (comparison.kind === 'regex')
    return /word|0x|binary|empty/i.test(comparison.pattern) ? [PARTS_OF_A_NUMBER] : []
  if (comparison.kind !== 'string' || hasNoText(comparison.value)) return []
  if (numberIn(comparison.value) !== null) return [SAME_DIGITS]
  return SAMPLES.some((sample) => fits(comparison.value, sample)) ? [PARTS_OF_A_NUMBER] : []
}

const SAME_DIGITS: Caution = {
  code: 'TARGET_FIELD_APPROXIMATED',
  message:
    'Defender and Windows hold the number in "Details" as decimal digits: a text of the same digits is found too.',
  effect: 'widens',
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
const onlyOnText = (comparison: Comparison): Form => ({
  comparison,
  when: { kind: 'in', operator: '!in~', left: TYPE, values: NUMBERS },
})

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

/** The one number, in decimal, that a pattern over Sysmon's way of writing it asks for. */
function numberIn(value: SigmaString): string | null {
  const [text, ...rest] = value.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  if (text === undefined || rest.length > 0) return null
  const digits = /0x([0-9a-f]{8})(?:-0x([0-9a-f]{8}))?/i.exec(text)
  if (digits === null) return null
  const written =
    digits[2] === undefined ? `DWORD (0x${digits[1]})` : `QWORD (0x${digits[1]}-0x${digits[2]})`
  return fits(value, written) ? wholeNumber(written) : null
}

function wholeNumber(text: string): string | null {
  const digits = DWORD.exec(text) ?? QWORD.exec(text)
  return digits === null ? null : BigInt(`0x${digits[1]}${digits[2] ?? ''}`).toString()
}
