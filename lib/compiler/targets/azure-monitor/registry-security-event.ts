import {
  call,
  column,
  filter,
  type KqlExpression,
  type LetFunction,
  literal,
  oneOf,
} from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { Branch } from '../../mapping'
import { valueName } from '../registry-fields'

/**
 * Security event 4657, "a registry value was modified"
 * (https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4657,
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent): values only, and
 * only of keys whose audit list asks for it. It names keys as the kernel does; each field is brought
 * into the form that Sysmon writes.
 */
type Audited = 'SetValue' | 'DeleteValue'

const OPERATIONS: Readonly<Record<Audited, readonly string[]>> = {
  SetValue: ['%%1904', '%%1905'],
  DeleteValue: ['%%1906'],
}

/** The kernel's names of the hives, and of the control set in use, in Sysmon's abbreviations. */
const SYSMON_PATH: LetFunction = {
  name: 'SysmonPath',
  parameter: 'path',
  body: [
    // The backslash is put back as it was found: how one is written in a replacement is nowhere said.
    [String.raw`(?i)^\\REGISTRY\\MACHINE(\\)`, String.raw`HKLM\1`],
    [String.raw`(?i)^\\REGISTRY\\USER(\\)`, String.raw`HKU\1`],
    [
      String.raw`(?i)^HKLM\\SYSTEM\\ControlSet00.(\\)`,
      String.raw`HKLM\1System\1CurrentControlSet\1`,
    ],
  ].reduce(
    (text, [pattern = '', by = '']) => call('replace_regex', text, literal(pattern), literal(by)),
    column('path'),
  ),
}

const TARGET_OBJECT = call(
  SYSMON_PATH.name,
  call('strcat', column('ObjectName'), literal('\\'), valueName(column('ObjectValueName'))),
)

/** The new data; types by the message ids that the event has for them. */
function details(of: readonly Audited[]): KqlExpression {
  const [type, value] = [column('NewValueType'), column('NewValue')]
  const digits = (size: number) => call('tohex', call('tolong', value), literal(size))
  const half = (from: number) => call('substring', digits(16), literal(from), literal(8))
  const is = (id: string) => filter(type, '==', id)
  return call(
    'case',
    // Sysmon has no Details of a deleted value.
    ...(of.includes('DeleteValue')
      ? [oneOf(column('OperationType'), 'in', OPERATIONS.DeleteValue), literal('')]
      : []),
    is('%%1876'),
    call('strcat', literal('DWORD (0x'), digits(8), literal(')')),
    is('%%1883'),
    call('strcat', literal('QWORD (0x'), half(0), literal('-0x'), half(8), literal(')')),
    is('%%1875'),
    literal('Binary Data'),
    call('isempty', value),
    literal('(Empty)'),
    value,
  )
}

/** The branch for what 4657 tells of these kinds of events. */
export function auditedValues(types: readonly Audited[]): readonly Branch[] {
  const operation = column('OperationType')
  const isSet = oneOf(operation, 'in', OPERATIONS.SetValue)
  const subject = call(
    'strcat',
    column('SubjectDomainName'),
    literal('\\'),
    column('SubjectUserName'),
  )
  const [only, ...others] = types
  const eventType =
    only !== undefined && others.length === 0
      ? literal(only)
      : call('iff', isSet, literal('SetValue'), literal('DeleteValue'))
  return [
    {
      name: 'SecurityEvent',
      gate: [
        filter(column('EventID'), '==', 4657),
        oneOf(
          operation,
          'in',
          types.flatMap((type) => OPERATIONS[type]),
        ),
      ],
      values: {
        EventType: eventType,
        TargetObject: TARGET_OBJECT,
        ...(types.includes('SetValue') ? { Details: details(types) } : {}),
        Image: column('ProcessName'),
        User: call('case', ...builtInAccounts(column('SubjectUserSid')), subject),
        ProcessId: call('toint', column('ProcessId')),
        Channel: column('Channel'),
        Computer: column('Computer'),
      },
      lets: [SYSMON_PATH],
      leftOut: 'Security event 4657 is not searched: the rule needs Sysmon.',
    },
  ]
}
