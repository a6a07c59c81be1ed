import { call, column, type KqlExpression, literal } from '@/lib/kql/ast'
import type { Comparison } from '@/lib/sigma/ast'
import type { Caution, Form, ValueMapping } from '../mapping'
import { type Hive, hive, registryPathForms } from '../registry-path'

/**
 * A registry path that a table keeps in the long form. Defender begins the keys of a logged-on user
 * with HKEY_CURRENT_USER and the user's SID (seen in published rows), others with HKEY_USERS.
 */
export const HIVES: readonly Hive[] = [
  hive('HKLM\\', 'HKEY_LOCAL_MACHINE\\'),
  hive('HKU\\', 'HKEY_USERS\\'),
  hive('HKU\\', 'HKEY_CURRENT_USER\\'),
  hive('HKCR\\', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\'),
  hive('HKCR\\', 'HKEY_CLASSES_ROOT\\'),
  hive('HKCU\\', 'HKEY_CURRENT_USER\\'),
  hive('HKCU\\', 'HKEY_CURRENT_USER\\S-1-', null, '\\'),
  hive('HKCU\\', 'HKEY_USERS\\S-1-', null, '\\'),
]

/** A field that is a registry path, in a table that does not abbreviate hives. */
export function registryPath(
  field: string,
  value: KqlExpression,
  hives: readonly Hive[],
  more: Partial<Pick<ValueMapping, 'fromXml' | 'keepsBraces' | 'caution'>> = {},
): ValueMapping {
  const left = value.kind === 'column' ? value : column(field)
  return {
    kind: 'value',
    value,
    type: 'string',
    rewrite: (comparison) => pathForms(comparison, left, hives),
    cautions: userHive,
    ...more,
  }
}

/** A regular expression is asked of the path in Sysmon's form, if the hive or the link may matter. */
function pathForms(
  comparison: Comparison,
  left: KqlExpression,
  hives: readonly Hive[],
): readonly (Comparison | Form)[] {
  if (comparison.kind !== 'regex') return registryPathForms(comparison, hives)
  return /HK|ControlSet|\^/i.test(comparison.pattern)
    ? [{ comparison, of: inSysmonsForm(left) }]
    : [comparison]
}

function inSysmonsForm(path: KqlExpression): KqlExpression {
  // The backslash is put back as it was found: how one is written in a replacement is nowhere said.
  const forms = [
    [
      String.raw`(?i)^HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet00.(\\)`,
      String.raw`HKLM\1System\1CurrentControlSet\1`,
    ],
    [String.raw`(?i)^HKEY_LOCAL_MACHINE(\\)`, String.raw`HKLM\1`],
    [String.raw`(?i)^HKEY_(?:USERS|CURRENT_USER)(\\)`, String.raw`HKU\1`],
  ] as const
  return forms.reduce(
    (text, [long, short]) => call('replace_regex', text, literal(long), literal(short)),
    path,
  )
}

/** The value's part of a path; Sysmon writes `(Default)` for the value without a name. */
export function valueName(...names: readonly KqlExpression[]): KqlExpression {
  return call('coalesce', ...names, literal('(Default)'))
}

/** Sysmon never writes HKCU: a user's keys are under the user's SID in HKU. */
export function userHive(comparison: Comparison): readonly Caution[] {
  const [first, second] = comparison.kind === 'string' ? comparison.value.parts : []
  const text = first?.kind === 'any' ? second : first
  return text?.kind === 'text' && /^HKCU\\/i.test(text.text) ? [ANY_USER] : []
}

const ANY_USER: Caution = {
  code: 'TARGET_FIELD_APPROXIMATED',
  message: '"HKCU" is read as the hive of any user: Sysmon writes it as "HKU" and the user\'s SID.',
  effect: 'widens',
}
