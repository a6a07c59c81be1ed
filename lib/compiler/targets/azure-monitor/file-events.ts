import type { LogsourceMapping } from '../../mapping'
import { type EventFields, sysmonBranches } from './event-data'
import { namedFields } from './sysmon-fields'

/**
 * What Sysmon tells of files, the fields in its manifest's order (Sysmon 15, schema 4.90:
 * https://learn.microsoft.com/sysinternals/downloads/sysmon and `sysmon -s`). A renamed file and an
 * opened one have no Sysmon event: Sigma means the kernel's own trace, which no table holds.
 */
const ACTING: EventFields = {
  RuleName: 'string',
  UtcTime: 'string',
  ProcessGuid: 'string',
  ProcessId: 'int',
}

export const CREATED: EventFields = {
  ...ACTING,
  Image: 'string',
  TargetFilename: 'string',
  CreationUtcTime: 'string',
  User: 'string',
}

const TIME_CHANGED: EventFields = {
  ...ACTING,
  Image: 'string',
  TargetFilename: 'string',
  CreationUtcTime: 'string',
  PreviousCreationUtcTime: 'string',
  User: 'string',
}

const EXECUTABLE: EventFields = {
  ...ACTING,
  User: 'string',
  Image: 'string',
  TargetFilename: 'string',
  Hashes: 'string',
}

/** 23 keeps a copy of the file and says so in `Archived`; 26 only tells of the deletion. */
const DELETED: EventFields = { ...EXECUTABLE, IsExecutable: 'string', Archived: 'string' }

const LOADED: EventFields = {
  ...ACTING,
  Image: 'string',
  ImageLoaded: 'string',
  FileVersion: 'string',
  Description: 'string',
  Product: 'string',
  Company: 'string',
  OriginalFileName: 'string',
  Hashes: 'string',
  Signed: 'string',
  Signature: 'string',
  SignatureStatus: 'string',
  User: 'string',
}

function sysmonEvent(
  category: string,
  event: string,
  eventIds: readonly number[],
  fields: EventFields,
): LogsourceMapping {
  return {
    logsource: { product: 'windows', category },
    variants: [
      {
        source: { kind: 'united', event, branches: sysmonBranches(eventIds, fields) },
        fields: namedFields(fields),
        unlisted: 'absent',
      },
    ],
  }
}

/** The categories by event id are those of the Sigma specification's taxonomy for Sysmon. */
export const FILE_EVENTS: readonly LogsourceMapping[] = [
  sysmonEvent('file_event', 'Sysmon event 11', [11], CREATED),
  sysmonEvent('file_change', 'Sysmon event 2', [2], TIME_CHANGED),
  sysmonEvent('file_delete', 'Sysmon events 23 and 26', [23, 26], DELETED),
  sysmonEvent('file_executable_detected', 'Sysmon event 29', [29], EXECUTABLE),
]

export const IMAGE_LOAD = sysmonEvent('image_load', 'Sysmon event 7', [7], LOADED)
