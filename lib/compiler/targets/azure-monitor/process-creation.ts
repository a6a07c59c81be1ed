import { call, column, filter, type KqlExpression, literal, or } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { Branch, LogsourceMapping } from '../../mapping'
import { INTEGRITY_LEVEL_WORDS, integrityLevelWord } from '../../rewrites'
import { sysmonBranches } from './event-data'
import { namedFields, PROCESS_CREATE } from './sysmon-fields'

/**
 * Security event 4688 (https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4688,
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent). The subject
 * created the process; the target is set only where the process runs as somebody else.
 */
const SECURITY_4688: Branch = {
  name: 'SecurityEvent',
  gate: [filter(column('EventID'), '==', 4688)],
  values: {
    Image: column('NewProcessName'),
    CommandLine: column('CommandLine'),
    ParentImage: column('ParentProcessName'),
    User: runningUser(),
    IntegrityLevel: integrityLevel(),
    Channel: column('Channel'),
    EventID: column('EventID'),
    Computer: column('Computer'),
  },
  leftOut: 'Security event 4688 is not searched: the rule needs Sysmon.',
}

function runningUser(): KqlExpression {
  const noTarget = or([
    call('isempty', column('TargetUserName')),
    filter(column('TargetUserName'), '==', '-'),
  ])
  const sid = call('iff', noTarget, column('SubjectUserSid'), column('TargetUserSid'))
  const account = (of: 'Subject' | 'Target') =>
    call('strcat', column(`${of}DomainName`), literal('\\'), column(`${of}UserName`))
  return call('case', ...builtInAccounts(sid), noTarget, account('Subject'), account('Target'))
}

function integrityLevel(): KqlExpression {
  const cases = INTEGRITY_LEVEL_WORDS.flatMap(([sid, word]) => [
    filter(column('MandatoryLabel'), '==', sid),
    literal(word),
  ])
  return call('case', ...cases, literal(''))
}

export const PROCESS_CREATION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'process_creation' },
  variants: [
    {
      source: {
        kind: 'united',
        event: 'Sysmon event 1',
        branches: [...sysmonBranches([1], PROCESS_CREATE), SECURITY_4688],
      },
      fields: {
        ...namedFields(PROCESS_CREATE),
        IntegrityLevel: {
          kind: 'value',
          value: column('IntegrityLevel'),
          type: 'string',
          rewrite: integrityLevelWord,
        },
      },
      unlisted: 'absent',
    },
  ],
}
