import { type Recipe, read, SOURCES } from './source'
import { baseName, field, numberOf, type SysmonEvent, splitAccount } from './sysmon-event'

const account = (event: SysmonEvent) => splitAccount(field(event, 'User'))

/** Where, when and by which process: the same in every table of Defender that tells what one did. */
export const ACTING_PROCESS: readonly Recipe[] = [
  ...read(SOURCES.defenderSchema, {
    Timestamp: (event) => event.time,
    TimeGenerated: (event) => event.time,
    DeviceName: (event) => event.computer,
    InitiatingProcessFileName: (event) => baseName(field(event, 'Image')),
    InitiatingProcessId: (event) => numberOf(event, 'ProcessId'),
    InitiatingProcessAccountDomain: (event) => account(event).domain,
    InitiatingProcessAccountName: (event) => account(event).name,
  }),
  ...read(SOURCES.processSample, {
    InitiatingProcessFolderPath: (event) => field(event, 'Image'),
  }),
]
