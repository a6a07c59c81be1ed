import type { Comparison } from '@/lib/sigma/ast'

/**
 * Values that a column holds in another form than the rule writes them: named functions from one
 * comparison to the comparisons that together mean the same.
 */

/** https://learn.microsoft.com/windows/win32/secauthz/well-known-sids, mandatory labels. */
const INTEGRITY_LEVELS: Readonly<Record<string, string>> = {
  'S-1-16-0': 'Untrusted',
  'S-1-16-4096': 'Low',
  'S-1-16-8192': 'Medium',
  'S-1-16-8448': 'MediumPlus',
  'S-1-16-12288': 'High',
  'S-1-16-16384': 'System',
  'S-1-16-20480': 'ProtectedProcess',
}

/** Sysmon and Defender write the word where 4688 writes the label's SID; rules use either. */
export function integrityLevelWord(comparison: Comparison): readonly Comparison[] {
  const text = plainText(comparison)
  const word = text === null ? undefined : INTEGRITY_LEVELS[text.toUpperCase()]
  return word === undefined ? [comparison] : [withText(word)]
}

export const INTEGRITY_LEVEL_WORDS = Object.entries(INTEGRITY_LEVELS)

/** Logon ids are hexadecimal text in Windows events and decimal numbers in Defender. */
export function decimalOfHex(comparison: Comparison): readonly Comparison[] {
  const number = hexNumber(comparison)
  return number === null ? [comparison] : [{ kind: 'number', value: number }]
}

/** Both notations, where a column unites sources that differ. */
export function hexAndDecimal(comparison: Comparison): readonly Comparison[] {
  const number = hexNumber(comparison)
  return number === null ? [comparison] : [comparison, withText(String(number))]
}

function hexNumber(comparison: Comparison): number | null {
  const text = plainText(comparison)
  return text !== null && /^0x[0-9a-f]{1,12}$/i.test(text) ? Number(text) : null
}

/** The text of a string comparison without wildcards, else null. */
export function plainText(comparison: Comparison): string | null {
  if (comparison.kind === 'boolean') return String(comparison.value)
  if (comparison.kind !== 'string') return null
  const [first, ...rest] = comparison.value.parts
  if (first === undefined) return ''
  return rest.length === 0 && first.kind === 'text' ? first.text : null
}

function withText(text: string): Comparison {
  return { kind: 'string', value: { parts: [{ kind: 'text', text }] }, cased: false }
}
