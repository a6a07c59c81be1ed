import type { Comparison, SigmaString, StringPart } from '@/lib/sigma/ast'

/**
 * Registry paths as Sysmon writes them, in the forms in which other columns hold them. Sysmon
 * abbreviates `HKEY_LOCAL_MACHINE` to `HKLM`, `HKEY_USERS` to `HKU`, the machine's classes to `HKCR`
 * and any `ControlSet00x` to `CurrentControlSet`
 * (https://learn.microsoft.com/sysinternals/downloads/sysmon, events 12 to 14).
 */

/** How Sysmon abbreviates a hive, and how a column begins the same path. */
export interface Hive {
  /** With the backslash at its end. */
  readonly sysmon: string
  readonly column: readonly StringPart[]
}

export const hive = (sysmon: string, ...column: readonly (string | null)[]): Hive => ({
  sysmon,
  column: column.map((text) => (text === null ? { kind: 'any' } : { kind: 'text', text })),
})

/**
 * The comparisons with a column's path that together mean one with Sysmon's. Where a pattern is
 * open at its start, what it looks for may lie in the hive's name, at its seam, or behind it.
 */
export function registryPathForms(
  comparison: Comparison,
  hives: readonly Hive[],
): readonly Comparison[] {
  if (comparison.kind !== 'string') return [comparison]
  return hiveForms(comparison.value, hives)
    .flatMap((value) => [value, ...numberedControlSet(value)])
    .map((value) => ({ ...comparison, value }))
}

function hiveForms(value: SigmaString, hives: readonly Hive[]): readonly SigmaString[] {
  const begun = formsFromHive(value, hives)
  const [start, first] = value.parts
  if (start?.kind !== 'any') return begun.length === 0 ? [value] : begun
  const isInName = hives.some(
    ({ column: [name] }) => first?.kind === 'text' && liesInName(first.text, name),
  )
  return [isInName ? joined([ANY, BACKSLASH, ...value.parts]) : value, ...begun]
}

/** The forms of a pattern that begins in the abbreviation of a hive. */
export function formsFromHive(value: SigmaString, hives: readonly Hive[]): readonly SigmaString[] {
  const isOpen = value.parts[0]?.kind === 'any'
  const [first, ...rest] = isOpen ? value.parts.slice(1) : value.parts
  if (first?.kind !== 'text') return []
  const context = { isOpen, isCut: rest[0]?.kind === 'any' }
  return hives.flatMap(({ sysmon, column }) =>
    behindHive(first.text, sysmon, context).map((tail) =>
      joined([...column, { kind: 'text', text: tail }, ...rest]),
    ),
  )
}

const ANY: StringPart = { kind: 'any' }
const BACKSLASH: StringPart = { kind: 'text', text: '\\' }

/**
 * What is left of a pattern's first text behind the hive, for each place in the hive's abbreviation
 * at which it may begin. The abbreviation's backslash alone is no such place: each name ends in one.
 */
function behindHive(
  text: string,
  sysmon: string,
  { isOpen, isCut }: { readonly isOpen: boolean; readonly isCut: boolean },
): readonly string[] {
  const places = isOpen ? Array.from({ length: sysmon.length - 1 }, (_, at) => at) : [0]
  const tails = places.flatMap((at) => {
    const name = sysmon.slice(at)
    if (begins(text, name)) return [text.slice(name.length)]
    return isCut && begins(name, text) ? [''] : []
  })
  return [...new Set(tails)]
}

/** True where the long name of a hive would satisfy what Sysmon's abbreviation does not. */
function liesInName(text: string, start: StringPart | undefined): boolean {
  // Who writes the long name means it.
  if (start?.kind !== 'text' || text === '\\' || begins(text, 'HKEY_')) return false
  const name = start.text.slice(0, start.text.indexOf('\\') + 1)
  if (name.toLowerCase().includes(text.toLowerCase())) return true
  return Array.from({ length: name.length - 1 }, (_, at) => name.slice(at)).some((end) =>
    begins(text, end),
  )
}

function begins(text: string, start: string): boolean {
  return text.toLowerCase().startsWith(start.toLowerCase())
}

/** `CurrentControlSet` is a link: the kernel, and so Defender and 4657, name what it points to. */
function numberedControlSet({ parts }: SigmaString): readonly SigmaString[] {
  const changed = parts.flatMap((part, at): readonly StringPart[] => {
    if (part.kind !== 'text') return [part]
    // Behind a wildcard the word may be cut at its front.
    const begun = parts[at - 1]?.kind === 'any' ? /^ControlSet(?=\\)|CurrentControlSet/gi : FULL
    const pieces = part.text.split(begun)
    return pieces.flatMap((text, index) =>
      index === 0 ? [{ kind: 'text', text }] : [...NUMBERED, { kind: 'text', text }],
    )
  })
  return changed.length === parts.length ? [] : [joined(changed)]
}

const FULL = /CurrentControlSet/gi
const NUMBERED: readonly StringPart[] = [{ kind: 'text', text: 'ControlSet00' }, { kind: 'one' }]

/** Neighbouring texts made one, empty ones left out, as a `SigmaString` has to be. */
function joined(parts: readonly StringPart[]): SigmaString {
  const out: StringPart[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') {
      out[out.length - 1] = { kind: 'text', text: last.text + part.text }
    } else if (part.kind !== 'text' || part.text !== '') {
      if (!(part.kind === 'any' && last?.kind === 'any')) out.push(part)
    }
  }
  return { parts: out }
}
