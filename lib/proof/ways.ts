import type { Target } from '@/lib/compiler/compiled-query'
import { filledNames, ROW_SOURCES, type RowSource } from './rows/create-database'
import type { SysmonEvent } from './rows/sysmon-event'

/** A target, and the way by which an event reached its tables. */
export type Way = readonly [Target, RowSource]

/** The operating systems of which a way brings events. */
const PRODUCTS: Readonly<Record<RowSource, readonly string[]>> = {
  'sysmon-event': ['windows'],
  'sysmon-windows-event': ['windows'],
  defender: ['windows'],
  'security-event': ['windows'],
  'sysmon-linux': ['linux'],
  'defender-linux': ['linux'],
  'defender-macos': ['macos'],
}

/** Which target reads a table or parser that the row makers fill. */
function targetOf(name: string): Target {
  if (name.startsWith('_Im_')) return 'asim'
  return name.startsWith('Device') ? 'defender-xdr' : 'azure-monitor'
}

/** The ways for which there are row makers of this kind of event. */
export function findWays(product: string, eventId: SysmonEvent['eventId']): readonly Way[] {
  return ROW_SOURCES.filter((source) => PRODUCTS[source].includes(product)).flatMap((source) =>
    [...new Set(filledNames(source, eventId).map(targetOf))].map((target): Way => [target, source]),
  )
}

interface LossyWay {
  readonly target: Target
  readonly source: RowSource
  /** All of the way's events, where none is named. */
  readonly eventId?: SysmonEvent['eventId']
}

const LOSSY: readonly LossyWay[] = [
  { target: 'asim', source: 'security-event' },
  { target: 'azure-monitor', source: 'security-event' },
  { target: 'asim', source: 'defender' },
  { target: 'asim', source: 'defender-linux' },
  { target: 'asim', source: 'defender-macos' },
  // The parser guesses the direction.
  { target: 'asim', source: 'sysmon-linux', eventId: 3 },
  // No signature and no version resource of the loaded image.
  { target: 'defender-xdr', source: 'defender', eventId: 7 },
  // The user only where a value is set; no names of a renamed key.
  { target: 'asim', source: 'sysmon-event', eventId: 12 },
  { target: 'asim', source: 'sysmon-event', eventId: 14 },
  // No data at all.
  { target: 'asim', source: 'sysmon-windows-event', eventId: 13 },
  { target: 'asim', source: 'sysmon-windows-event', eventId: 14 },
  // No status, and the answers as JSON.
  { target: 'defender-xdr', source: 'defender', eventId: 22 },
  // No ProcessGuid, and any file for an executable one.
  { target: 'defender-xdr', source: 'defender', eventId: 29 },
]

/** Ways on which rows lack what Sysmon wrote: there a query may differ, if it says so. */
export function isLossy([target, source]: Way, { eventId }: SysmonEvent): boolean {
  // Its rows are made of the audited file's own event, and keep all that the rules ask for.
  if (eventId === 'file-access') return false
  return LOSSY.some(
    (way) =>
      way.target === target &&
      way.source === source &&
      (way.eventId === undefined || way.eventId === eventId),
  )
}
