import { column, filter } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import { UNIX_PRODUCTS, type UnixProduct, unixScope } from '../unix-devices'
import { actingPath, unixParent, unixSource, unixText } from './unix-fields'

/**
 * DeviceFileEvents
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-devicefileevents-table); FolderPath
 * includes the file name.
 */
const TABLE = 'DeviceFileEvents'

const text = (name: string) => unixText(column(name))

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  TargetFilename: text('FolderPath'),
  Image: actingPath,
  CommandLine: text('InitiatingProcessCommandLine'),
  ParentImage: unixParent,
  User: text('InitiatingProcessAccountName'),
  ProcessId: { kind: 'value', value: column('InitiatingProcessId'), type: 'long' },
  Hashes: { kind: 'hashes', columns: { MD5: 'MD5', SHA1: 'SHA1', SHA256: 'SHA256' } },
  Computer: text('DeviceName'),
}

function mapping(product: UnixProduct): LogsourceMapping {
  return {
    logsource: { product, category: 'file_event' },
    variants: [
      {
        source: unixSource(TABLE, product, filter(column('ActionType'), '==', 'FileCreated'), [
          'FolderPath',
        ]),
        fields: FIELDS,
        unlisted: 'unmapped',
        scope: unixScope(product, `Rows of ${TABLE}`),
      },
    ],
  }
}

export const UNIX_FILE_EVENT = UNIX_PRODUCTS.map(mapping)
