import { column, filter } from '@/lib/kql/ast'
import type { LogsourceMapping } from '../../mapping'
import { decimalOfHex, integrityLevelWord } from '../../rewrites'
import { ACTING_PATH, account, text } from './initiating-process'

/**
 * DeviceProcessEvents
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceprocessevents-table).
 * FolderPath holds the full path with the file name (seen in published samples).
 */
const TABLE = 'DeviceProcessEvents'

export const PROCESS_CREATION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'process_creation' },
  variants: [
    {
      source: {
        kind: 'table',
        name: TABLE,
        gate: [filter(column('ActionType'), '==', 'ProcessCreated')],
      },
      fields: {
        Image: text('FolderPath'),
        CommandLine: text('ProcessCommandLine'),
        OriginalFileName: text('ProcessVersionInfoOriginalFileName'),
        Description: text('ProcessVersionInfoFileDescription'),
        Product: text('ProcessVersionInfoProductName'),
        Company: text('ProcessVersionInfoCompanyName'),
        FileVersion: {
          kind: 'value',
          value: column('ProcessVersionInfoProductVersion'),
          type: 'string',
          caution: {
            code: 'TARGET_FIELD_APPROXIMATED',
            message: `${TABLE} holds the product's version where the rule means the file's: "FileVersion" may differ.`,
            effect: 'narrows',
          },
        },
        ParentImage: ACTING_PATH,
        ParentCommandLine: text('InitiatingProcessCommandLine'),
        GrandParentImage: {
          kind: 'value',
          value: column('InitiatingProcessParentFileName'),
          type: 'string',
          holds: 'base-name',
        },
        User: { kind: 'value', value: account('AccountDomain', 'AccountName'), type: 'string' },
        ParentUser: {
          kind: 'value',
          value: account('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName'),
          type: 'string',
        },
        IntegrityLevel: {
          kind: 'value',
          value: column('ProcessIntegrityLevel'),
          type: 'string',
          rewrite: integrityLevelWord,
        },
        LogonId: { kind: 'value', value: column('LogonId'), type: 'long', rewrite: decimalOfHex },
        ProcessId: { kind: 'value', value: column('ProcessId'), type: 'long' },
        ParentProcessId: { kind: 'value', value: column('InitiatingProcessId'), type: 'long' },
        Hashes: { kind: 'hashes', columns: { MD5: 'MD5', SHA1: 'SHA1', SHA256: 'SHA256' } },
        md5: text('MD5'),
        sha1: text('SHA1'),
        sha256: text('SHA256'),
        Computer: text('DeviceName'),
      },
      unlisted: 'unmapped',
    },
  ],
}
