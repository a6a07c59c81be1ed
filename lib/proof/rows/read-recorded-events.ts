import { isEventId, type SysmonEvent } from './sysmon-event'

const SYSMON = 'Microsoft-Windows-Sysmon'

/** One recorded event of SigmaHQ's regression data, as far as it is read here. */
interface RecordedEvent {
  readonly Event: {
    readonly System: {
      readonly Provider: { readonly '#attributes': { readonly Name: string } }
      readonly EventID: number
      readonly Computer: string
      readonly TimeCreated: { readonly '#attributes': { readonly SystemTime: string } }
    }
    readonly EventData: Readonly<Record<string, string | number | boolean | null>> | null
  }
}

/**
 * The Sysmon events of a recorded file that have row makers; other kinds are left out.
 *
 * Such a file is pretty-printed objects one after the other: neither an array nor a JSON line each.
 */
export function readRecordedEvents(text: string): readonly SysmonEvent[] {
  const objects = JSON.parse(`[${text.trim().replace(/^\}\s*\{/gm, '},{')}]`) as RecordedEvent[]
  return objects.flatMap(({ Event: { System, EventData } }): SysmonEvent[] => {
    const eventId = System.EventID
    if (System.Provider['#attributes'].Name !== SYSMON || !isEventId(eventId)) return []
    const fields = Object.entries(EventData ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [[name, withBraces(name, String(value))] as const],
    )
    // Kusto's ticks have seven digits.
    const time = System.TimeCreated['#attributes'].SystemTime.replace(/(\.\d{7})\d+/, '$1')
    return [{ eventId, time, computer: System.Computer, fields: Object.fromEntries(fields) }]
  })
}

/** The recordings lost the braces that Sysmon writes around a GUID. */
function withBraces(name: string, value: string): string {
  return name.endsWith('Guid') && !value.startsWith('{') ? `{${value}}` : value
}
