import { call, column, filter, literal } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import { AUDITED_FILES_ONLY } from '../file-access-scope'

/** https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent */
const TABLE = 'SecurityEvent'

const text = (name: string): FieldMapping => ({
  kind: 'value',
  value: column(name),
  type: 'string',
})

const subject = call(
  'strcat',
  column('SubjectDomainName'),
  literal('\\'),
  column('SubjectUserName'),
)

export const FILE_ACCESS: LogsourceMapping = {
  logsource: { product: 'windows', category: 'file_access' },
  variants: [
    {
      source: {
        kind: 'table',
        name: TABLE,
        gate: [filter(column('EventID'), '==', 4663), filter(column('ObjectType'), '==', 'File')],
      },
      fields: {
        FileName: text('ObjectName'),
        Image: text('ProcessName'),
        User: {
          kind: 'value',
          value: call('case', ...builtInAccounts(column('SubjectUserSid')), subject),
          type: 'string',
        },
        Computer: text('Computer'),
      },
      unlisted: 'unmapped',
      scope: AUDITED_FILES_ONLY,
    },
  ],
}
