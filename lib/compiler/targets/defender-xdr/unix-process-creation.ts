import { column, filter } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import { UNIX_PRODUCTS, type UnixProduct, unixScope } from '../unix-devices'
import { actingPath, additional, unixParent, unixSource, unixText } from './unix-fields'

const TABLE = 'DeviceProcessEvents'

const text = (name: string) => unixText(column(name))
const id = (name: string): FieldMapping => ({ kind: 'value', value: column(name), type: 'long' })

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  Image: text('FolderPath'),
  CommandLine: text('ProcessCommandLine'),
  CurrentDirectory: unixText(additional('ProcessCurrentWorkingDirectory')),
  ParentImage: actingPath,
  ParentCommandLine: text('InitiatingProcessCommandLine'),
  GrandParentImage: unixParent,
  // Sysmon for Linux writes the name alone; Defender's domain is the host's name.
  User: text('AccountName'),
  ParentUser: text('InitiatingProcessAccountName'),
  // Sysmon for Linux writes the user's number here; Defender's own LogonId is 0.
  LogonId: unixText(additional('ProcessPosixEffectiveUser', 'PosixUserId')),
  OriginalFileName: {
    ...text('ProcessVersionInfoOriginalFileName'),
    caution: {
      code: 'TARGET_FIELD_APPROXIMATED',
      message: `"OriginalFileName" comes from a Windows version resource: ${TABLE} has it for few programs on Linux and macOS.`,
      effect: 'narrows',
    },
  },
  ProcessId: id('ProcessId'),
  ParentProcessId: id('InitiatingProcessId'),
  Hashes: { kind: 'hashes', columns: { MD5: 'MD5', SHA1: 'SHA1', SHA256: 'SHA256' } },
  md5: text('MD5'),
  sha1: text('SHA1'),
  sha256: text('SHA256'),
  Computer: text('DeviceName'),
}

function mapping(product: UnixProduct): LogsourceMapping {
  return {
    logsource: { product, category: 'process_creation' },
    variants: [
      {
        source: unixSource(TABLE, product, filter(column('ActionType'), '==', 'ProcessCreated'), [
          'FolderPath',
          'InitiatingProcessFolderPath',
        ]),
        fields: FIELDS,
        unlisted: 'unmapped',
        scope: unixScope(product, `Rows of ${TABLE}`),
      },
    ],
  }
}

export const UNIX_PROCESS_CREATION = UNIX_PRODUCTS.map(mapping)
