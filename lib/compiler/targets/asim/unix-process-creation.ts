import { call, column, filter, literal, or } from '@/lib/kql/ast'
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
  namesSystem,
  sometimes,
  unixText,
  userName,
} from './unix-rows'

/** As on Windows, the parent of the new process is Acting…, and ParentProcess… its grandparent. */
const PARSER = '_Im_ProcessCreate'

const sysmonOnly = (field: string) =>
  sometimes(`Only rows from Sysmon for Linux hold "${field}" in ${PARSER}; it is empty on others.`)

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  Image: unixText(column('TargetProcessName')),
  CommandLine: unixText(column('TargetProcessCommandLine')),
  ParentImage: actingPath(column('ActingProcessName')),
  ParentCommandLine: unixText(column('ActingProcessCommandLine')),
  GrandParentImage: {
    kind: 'value',
    value: column('ParentProcessName'),
    type: 'string',
    holds: 'base-name',
    separator: '/',
  },
  User: unixText(userName(column('TargetUsername'))),
  ParentUser: unixText(userName(column('ActorUsername'))),
  ProcessId: { kind: 'value', value: column('TargetProcessId'), type: 'string' },
  ParentProcessId: { kind: 'value', value: column('ActingProcessId'), type: 'string' },
  Hashes: {
    kind: 'hashes',
    columns: {
      MD5: 'TargetProcessMD5',
      SHA1: 'TargetProcessSHA1',
      SHA256: 'TargetProcessSHA256',
    },
  },
  Computer: computer(PARSER),
}

/** What Sysmon for Linux tells and Defender's parser does not keep; macOS has no Sysmon. */
const LINUX_FIELDS: Readonly<Record<string, FieldMapping>> = {
  CurrentDirectory: unixText(
    column('TargetProcessCurrentDirectory'),
    sysmonOnly('CurrentDirectory'),
  ),
  // The user's number; in Defender always 0.
  LogonId: unixText(
    call('iff', DEFENDER, literal(''), column('TargetUserSessionId')),
    sysmonOnly('LogonId'),
  ),
}

function mapping(product: UnixProduct): LogsourceMapping {
  const hasUnixPath = ['TargetProcessName', 'ActingProcessName'].map((path) =>
    filter(column(path), 'startswith', '/'),
  )
  return {
    logsource: { product, category: 'process_creation' },
    variants: [
      {
        source: {
          kind: 'function',
          name: PARSER,
          gate: [
            or([namesSystem(product), ...hasUnixPath]),
            namesNoOtherSystem(product),
            isNoOtherDevice('DvcId'),
          ],
          lets: [otherDevicesInWorkspace(product, false)],
        },
        fields: product === 'linux' ? { ...FIELDS, ...LINUX_FIELDS } : FIELDS,
        unlisted: 'unmapped',
        scope: unixScope(product, `Rows from Defender in ${PARSER}`),
      },
    ],
  }
}

export const UNIX_PROCESS_CREATION = UNIX_PRODUCTS.map(mapping)
