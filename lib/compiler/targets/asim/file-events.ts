import { and, call, column, filter, type KqlExpression, literal, or } from '@/lib/kql/ast'
import type { Caution, FieldMapping, LogsourceMapping, ValueMapping } from '../../mapping'
import { OVERWRITTEN } from '../defender-xdr/file-events'

/**
 * _Im_FileEvent: what the parsers for Sysmon (0.4, 0.5.1) and Microsoft 365 Defender (0.2.1) really
 * write, read in Azure-Sentinel, Parsers/ASimFileEvent. The parser also unites storage services and
 * Linux, told apart by TargetFilePathType, and Security event 4663, whose EventType is ObjectAccessed,
 * ObjectModified or ObjectDeleted: an access with that right, which need not have used it. Sysmon 2, 7
 * and 29 have no parser. Values from the `Event` table keep XML entities.
 */
const PARSER = '_Im_FileEvent'
const DEFENDER = 'M365 Defender for Endpoint'

/** The schema's other two kinds of path are `Windows Local` and `Windows Share`; Sysmon's is `Windows`. */
const NOT_WINDOWS = ['Unix', 'URL']

const text = (value: KqlExpression, caution?: Caution): ValueMapping => ({
  kind: 'value',
  value,
  type: 'string',
  fromXml: true,
  ...(caution === undefined ? {} : { caution }),
})

const caution = (message: string): Caution => ({
  code: 'TARGET_FIELD_APPROXIMATED',
  message,
  effect: 'narrows',
})

/** Everything before the last backslash. */
const WITHOUT_LAST_PART = '^(.*)\\[^\\]*$'.replaceAll('\\', '\\\\')

/**
 * Defender's FolderPath has the file name in it, and the parser appends it once more:
 * `C:\Temp\a.exe\a.exe`. Where there is no name, a lone backslash is left at the end.
 */
function path(side: 'Target' | 'Src'): KqlExpression {
  const [whole, name] = [column(`${side}FilePath`), column(`${side}FileName`)]
  const twice = call('strcat', literal('\\'), name, literal('\\'), name)
  const isTwice = and([
    filter(column('EventProduct'), '==', DEFENDER),
    or([call('isempty', name), filter(whole, 'endswith', twice)]),
  ])
  const once = call('extract', literal(WITHOUT_LAST_PART), literal(1), whole)
  return call('iff', isTwice, once, whole)
}

const DEFENDER_ONLY = (field: string) =>
  caution(`Only rows from Defender hold "${field}" in ${PARSER}; Sysmon's file events have none.`)

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  TargetFilename: text(path('Target')),
  Image: { ...text(column('ActingProcessName')), losesCase: true },
  CommandLine: text(column('ActingProcessCommandLine'), DEFENDER_ONLY('CommandLine')),
  User: text(
    column('ActorUsername'),
    caution(
      `Rows from Defender name an account by its user principal name where it has one, and a remote client's where there is one: "User" in the form DOMAIN\\user is not found there.`,
    ),
  ),
  ProcessId: text(column('ActingProcessId')),
  Computer: text(column('Dvc')),
}

/** Sysmon tells the hashes of a deleted file, not those of a created one; neither keeps IMPHASH. */
const hashes = (gap: string): Readonly<Record<string, FieldMapping>> => ({
  Hashes: {
    kind: 'hashes',
    columns: { MD5: 'TargetFileMD5', SHA1: 'TargetFileSHA1', SHA256: 'TargetFileSHA256' },
    caution: caution(gap),
  },
})

interface Kind {
  readonly category: string
  readonly eventType: string
  readonly fields: Readonly<Record<string, FieldMapping>>
  /** Sources that the parser unites and the query does not look for, and why. */
  readonly leftOut?: readonly string[]
}

function fileEvent({ category, eventType, fields, leftOut = [] }: Kind): LogsourceMapping {
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: {
          kind: 'function',
          name: PARSER,
          gate: [
            filter(column('EventType'), '==', eventType),
            {
              kind: 'in',
              operator: '!in',
              left: column('TargetFilePathType'),
              values: NOT_WINDOWS,
            },
          ],
        },
        fields: { ...FIELDS, ...fields },
        unlisted: 'unmapped',
        leftOut,
      },
    ],
  }
}

export const FILE_EVENTS: readonly LogsourceMapping[] = [
  fileEvent({
    category: 'file_event',
    eventType: 'FileCreated',
    fields: hashes(`Rows from Sysmon have no hashes of a created file in ${PARSER}.`),
    leftOut: [OVERWRITTEN],
  }),
  fileEvent({
    category: 'file_delete',
    eventType: 'FileDeleted',
    fields: hashes(
      `Hashes of a deleted file are in ${PARSER} only where its source computed them.`,
    ),
    leftOut: [
      'Security event 4663 is not searched: it tells of a process with the right to delete, not of a deleted file.',
    ],
  }),
  fileEvent({
    category: 'file_rename',
    eventType: 'FileRenamed',
    fields: {
      ...hashes(`Hashes of a renamed file are in ${PARSER} only where its source computed them.`),
      SourceFilename: text(path('Src')),
    },
    leftOut: ['Sysmon has no event for a renamed file: only rows from Defender can be found.'],
  }),
]
