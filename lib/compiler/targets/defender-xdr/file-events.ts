import { column, filter } from '@/lib/kql/ast'
import type { FieldMapping, LogsourceMapping, Variant } from '../../mapping'
import { pathWithName } from '../path-with-name'
import { HASHES, INITIATING_PROCESS, text } from './initiating-process'

/**
 * DeviceFileEvents (https://learn.microsoft.com/defender-xdr/advanced-hunting-devicefileevents-table;
 * FolderPath holds the full path with the file name, as in DeviceProcessEvents) and, for changed
 * time stamps, DeviceEvents. Action types by the portal's schema reference.
 *
 * `file_event` is Sysmon 11, "a file was created or overwritten", and FileCreated alone:
 * FileModified is any write to a file that was there before, FileRenamed is no creation, and Sysmon
 * records neither. A file that is overwritten in place may so be missed.
 */
const FILES = 'DeviceFileEvents'

/** What Sysmon's event 11 tells beside, and no action type of Defender's does. */
export const OVERWRITTEN =
  'A file that is overwritten in place is not looked for: Microsoft Defender reports it as FileModified, like any other write.'

interface Kind {
  readonly category: string
  readonly action: string
  readonly fields?: Readonly<Record<string, FieldMapping>>
  readonly scope?: Variant['scope']
  readonly leftOut?: readonly string[]
  readonly table?: string
}

function fileEvent({
  category,
  action,
  fields,
  scope,
  leftOut = [],
  table = FILES,
}: Kind): LogsourceMapping {
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: { kind: 'table', name: table, gate: [filter(column('ActionType'), '==', action)] },
        fields: { TargetFilename: text('FolderPath'), ...INITIATING_PROCESS, ...HASHES, ...fields },
        unlisted: 'unmapped',
        leftOut,
        ...(scope === undefined ? {} : { scope }),
      },
    ],
  }
}

const path = (folder: string, name: string): FieldMapping => ({
  kind: 'value',
  value: pathWithName(folder, name),
  type: 'string',
})

export const FILE_EVENTS: readonly LogsourceMapping[] = [
  fileEvent({ category: 'file_event', action: 'FileCreated', leftOut: [OVERWRITTEN] }),
  fileEvent({ category: 'file_delete', action: 'FileDeleted' }),
  fileEvent({
    category: 'file_rename',
    action: 'FileRenamed',
    fields: { SourceFilename: path('PreviousFolderPath', 'PreviousFileName') },
  }),
  fileEvent({
    category: 'file_executable_detected',
    action: 'FileCreated',
    scope: {
      code: 'TARGET_EVENT_APPROXIMATED',
      message: `${FILES} does not say whether a created file is an executable: files of every kind are searched.`,
      effect: 'widens',
    },
  }),
  fileEvent({
    category: 'file_change',
    table: 'DeviceEvents',
    action: 'FileTimestampModificationEvent',
    fields: { TargetFilename: path('FolderPath', 'FileName') },
    scope: {
      code: 'TARGET_EVENT_APPROXIMATED',
      message:
        'DeviceEvents tells of any changed time stamp of a file, where the rule means its creation time.',
      effect: 'widens',
    },
  }),
]
