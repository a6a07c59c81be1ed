import { type EventId, isEventId, type SysmonEvent } from './rows/sysmon-event'

/**
 * The Sysmon event by which a category is tried; a line for each category that the compiler maps.
 * Where a category has several kinds of events (`file_delete`: 23 and 26), an example names its own
 * in `EventID`.
 */
const EVENT_OF_CATEGORY = {
  process_creation: 1,
  network_connection: 3,
} as const satisfies Record<string, EventId>

export type Category = keyof typeof EVENT_OF_CATEGORY

/** An event made up for a test: Sysmon's field names; `EventID` where it is not the category's own. */
export type EventFields = Readonly<Record<string, string>>

/** What every event of a kind has, unless the example says otherwise. */
const USUAL: Readonly<Partial<Record<EventId, EventFields>>> = {
  1: { User: 'CORP\\ann', IntegrityLevel: 'Medium', CommandLine: '' },
  3: { User: 'CORP\\ann', Protocol: 'tcp', SourceIp: '10.0.0.9', SourcePort: '50111' },
}

export function isCategory(name: string | undefined): name is Category {
  return name !== undefined && name in EVENT_OF_CATEGORY
}

/** The event that an example of a category stands for. */
export function makeEvent(category: Category, fields: EventFields): SysmonEvent {
  const { EventID, ...own } = fields
  const eventId = EventID === undefined ? EVENT_OF_CATEGORY[category] : Number(EventID)
  if (!isEventId(eventId)) throw new Error(`Sysmon event ${eventId} has no row makers.`)
  return {
    eventId,
    time: '2026-01-01T10:00:00.0000000Z',
    computer: 'host.example.org',
    fields: { ...USUAL[eventId], ...own },
  }
}
