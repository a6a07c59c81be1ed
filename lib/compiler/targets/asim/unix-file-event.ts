import { and, call, column, filter, type KqlExpression, literal } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping } from '../../mapping'
import {
  isNoOtherDevice,
  otherDevicesInWorkspace,
  UNIX_PRODUCTS,
  type UnixProduct,
  unixScope,
} from '../unix-devices'
import {
  actingPath,
  computer,
  DEFENDER,
  namesNoOtherSystem,
  sometimes,
  unixText,
  userName,
} from './unix-rows'

/** _Im_FileEvent; TargetFilePathType tells Linux and macOS from Windows, and from storage services. */
const PARSER = '_Im_FileEvent'

/**
 * Defender's FolderPath has the file name in it, and the parser (0.2.1) appends it once more:
 * `/etc/passwd/passwd`. No row of Sysmon has TargetFileName.
 */
function path(): KqlExpression {
  const [whole, name] = [column('TargetFilePath'), column('TargetFileName')]
  const twice = call('strcat', literal('/'), name, literal('/'), name)
  const once = call('extract', literal('(?s)^(.*)/[^/]*$'), literal(1), whole)
  return call('iff', and([DEFENDER, filter(whole, 'endswith', twice)]), once, whole)
}

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  TargetFilename: unixText(path()),
  Image: actingPath(column('ActingProcessName')),
  CommandLine: unixText(
    column('ActingProcessCommandLine'),
    sometimes(
      `Only rows from Defender hold "CommandLine" in ${PARSER}; Sysmon's file events have none.`,
    ),
  ),
  User: unixText(
    userName(column('ActorUsername')),
    sometimes(
      `Rows from Defender name an account by its user principal name in ${PARSER} where it has one: "User" is not found there.`,
    ),
  ),
  ProcessId: unixText(column('ActingProcessId')),
  Hashes: {
    kind: 'hashes',
    columns: { MD5: 'TargetFileMD5', SHA1: 'TargetFileSHA1', SHA256: 'TargetFileSHA256' },
    caution: sometimes(`Rows from Sysmon have no hashes of a created file in ${PARSER}.`),
  },
  Computer: computer(PARSER),
}

function mapping(product: UnixProduct): LogsourceMapping {
  return {
    logsource: { product, category: 'file_event' },
    variants: [
      {
        source: {
          kind: 'function',
          name: PARSER,
          gate: [
            filter(column('EventType'), '==', 'FileCreated'),
            filter(column('TargetFilePathType'), '==', 'Unix'),
            namesNoOtherSystem(product),
            isNoOtherDevice('DvcId'),
          ],
          lets: [otherDevicesInWorkspace(product, false)],
        },
        fields: FIELDS,
        unlisted: 'unmapped',
        scope: unixScope(product, `Rows from Defender in ${PARSER}`),
      },
    ],
  }
}

export const UNIX_FILE_EVENT = UNIX_PRODUCTS.map(mapping)
