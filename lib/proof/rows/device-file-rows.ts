import { assumed, constant, copied, type Recipe, read, SOURCES } from './source'
import { baseName, field, hashOf, numberOf, type SysmonEvent, splitAccount } from './sysmon-event'

const account = (event: SysmonEvent) => splitAccount(field(event, 'User'))

const CLOCK = read(SOURCES.defenderSchema, {
  Timestamp: (event) => event.time,
  TimeGenerated: (event) => event.time,
  DeviceName: (event) => event.computer,
})

/** Who did it; the parent's name and the command line are known only where the example has them. */
const INITIATING_PROCESS: readonly Recipe[] = [
  ...read(SOURCES.processSample, {
    InitiatingProcessFolderPath: (event) => field(event, 'Image'),
    InitiatingProcessFileName: (event) => baseName(field(event, 'Image')),
  }),
  ...read(SOURCES.defenderSchema, {
    InitiatingProcessCommandLine: (event) => field(event, 'CommandLine'),
    InitiatingProcessParentFileName: (event) => baseName(field(event, 'ParentImage')),
    InitiatingProcessId: (event) => numberOf(event, 'ProcessId'),
    InitiatingProcessAccountDomain: (event) => account(event).domain,
    InitiatingProcessAccountName: (event) => account(event).name,
  }),
]

const HASHES = read(SOURCES.defenderSchema, {
  MD5: (event) => hashOf(event, 'MD5').toLowerCase(),
  SHA1: (event) => hashOf(event, 'SHA1').toLowerCase(),
  SHA256: (event) => hashOf(event, 'SHA256').toLowerCase(),
})

/** The file that was acted on, by the field in which Sysmon keeps its path. */
function file(pathField: string): readonly Recipe[] {
  const name = (event: SysmonEvent, of: string) => baseName(field(event, of))
  return [
    ...copied(SOURCES.defenderSchema, name, { FileName: pathField }),
    // The reference says "folder"; published rows of DeviceProcessEvents have the name in it.
    ...copied(SOURCES.processSample, field, { FolderPath: pathField }).map(asAssumed),
    ...HASHES,
  ]
}

const asAssumed = (recipe: Recipe): Recipe => ({ ...recipe, isAssumed: true })

/** A row of DeviceFileEvents, or of another table for what is done to a file. */
function fileRow(action: string): readonly Recipe[] {
  return [
    ...CLOCK,
    ...constant(SOURCES.defenderActions, { ActionType: action }),
    ...file('TargetFilename'),
    ...INITIATING_PROCESS,
  ]
}

export const FILE_CREATED = fileRow('FileCreated')
export const FILE_DELETED = fileRow('FileDeleted')
/** In DeviceEvents. */
export const FILE_TIME_CHANGED = fileRow('FileTimestampModificationEvent')

export const FILE_RENAMED: readonly Recipe[] = [
  ...fileRow('FileRenamed'),
  ...read(SOURCES.defenderSchema, {
    PreviousFileName: (event) => baseName(field(event, 'SourceFilename')),
  }),
  // Worded in the reference like FolderPath, so filled like it.
  ...assumed(SOURCES.processSample, {
    PreviousFolderPath: (event) => field(event, 'SourceFilename'),
  }),
]

/** Signatures and version resources of the loaded image have no column. */
export const IMAGE_LOADED: readonly Recipe[] = [
  ...CLOCK,
  ...constant(SOURCES.defenderActions, { ActionType: 'ImageLoaded' }),
  ...file('ImageLoaded'),
  ...INITIATING_PROCESS,
]
