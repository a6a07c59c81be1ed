import { type EventId, isEventId, type SysmonEvent } from './rows/sysmon-event'

/**
 * The Sysmon event by which a category is tried; a line for each category that the compiler maps.
 * Where a category has several kinds of events (`file_delete`: 23 and 26), an example names its own
 * in `EventID`.
 */
const EVENT_OF_CATEGORY = {
  process_creation: 1,
  network_connection: 3,
  file_event: 11,
  file_delete: 23,
  file_rename: 'file-rename',
  file_access: 'file-access',
  file_change: 2,
  file_executable_detected: 29,
  image_load: 7,
  registry_set: 13,
  registry_add: 12,
  registry_delete: 12,
  registry_rename: 14,
  registry_event: 13,
  dns_query: 22,
} as const satisfies Record<string, EventId>

export type Category = keyof typeof EVENT_OF_CATEGORY

/** An event made up for a test: Sysmon's field names; `EventID` where it is not the category's own. */
export type EventFields = Readonly<Record<string, string>>

/** What every event of a kind has, unless the example says otherwise. */
const USUAL: Readonly<Partial<Record<EventId, EventFields>>> = {
  1: { User: 'CORP\\ann', IntegrityLevel: 'Medium', CommandLine: '' },
  2: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  3: { User: 'CORP\\ann', Protocol: 'tcp', SourceIp: '10.0.0.9', SourcePort: '50111' },
  7: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  11: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  12: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  13: { Image: 'C:\\a.exe', User: 'CORP\\ann', EventType: 'SetValue', Details: '(Empty)' },
  14: { Image: 'C:\\a.exe', User: 'CORP\\ann', EventType: 'RenameKey' },
  22: { Image: 'C:\\a.exe', User: 'CORP\\ann', QueryStatus: '0', QueryResults: '-' },
  23: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  26: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  29: { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  'file-rename': { Image: 'C:\\a.exe', User: 'CORP\\ann' },
  'file-access': { Image: 'C:\\a.exe', User: 'CORP\\ann' },
}

export function isCategory(name: string | undefined): name is Category {
  return name !== undefined && name in EVENT_OF_CATEGORY
}

/** The same on Linux and macOS: no domain, no integrity level. */
const USUAL_UNIX: Readonly<Partial<Record<EventId, EventFields>>> = {
  1: { Image: '/usr/bin/a', User: 'ann', LogonId: '1000', CommandLine: '' },
  3: {
    Image: '/usr/bin/a',
    User: 'ann',
    Protocol: 'tcp',
    SourceIp: '10.0.0.9',
    SourcePort: '50111',
  },
  11: { Image: '/usr/bin/a', User: 'ann' },
}

/** The event that an example of a category stands for. */
export function makeEvent(
  category: Category,
  fields: EventFields,
  product = 'windows',
): SysmonEvent {
  const { EventID, ...own } = fields
  const eventId = EventID === undefined ? EVENT_OF_CATEGORY[category] : eventIdOf(EventID)
  return {
    eventId,
    time: '2026-01-01T10:00:00.0000000Z',
    computer: 'host.example.org',
    fields: { ...(product === 'windows' ? USUAL : USUAL_UNIX)[eventId], ...own },
  }
}

function eventIdOf(text: string): EventId {
  const id = Number(text)
  if (!isEventId(id)) throw new Error(`Sysmon event ${text} has no row makers.`)
  return id
}
