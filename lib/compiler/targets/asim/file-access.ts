import { call, column, filter, type KqlExpression } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import { AUDITED_FILES_ONLY } from '../file-access-scope'

/**
 * _Im_FileEvent, its rows of Security event 4663 (vimFileEventMicrosoftSecurityEvents 0.2.1, read in
 * Azure-Sentinel, Parsers/ASimFileEvent). EventType follows there from the access mask and is empty
 * for a mask of several rights, so that the event's own id says which rows are meant.
 */
const PARSER = '_Im_FileEvent'

const text = (value: KqlExpression): FieldMapping => ({ kind: 'value', value, type: 'string' })

export const FILE_ACCESS: LogsourceMapping = {
  logsource: { product: 'windows', category: 'file_access' },
  variants: [
    {
      source: {
        kind: 'function',
        name: PARSER,
        gate: [filter(column('EventOriginalType'), '==', '4663')],
      },
      fields: {
        FileName: text(column('TargetFilePath')),
        Image: text(column('ActingProcessName')),
        User: text(
          call('case', ...builtInAccounts(column('ActorUserId')), column('ActorUsername')),
        ),
        Computer: text(column('Dvc')),
      },
      unlisted: 'unmapped',
      scope: AUDITED_FILES_ONLY,
    },
  ],
}
