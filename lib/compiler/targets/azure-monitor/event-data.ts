import {
  call,
  column,
  filter,
  type KqlExpression,
  type LetFunction,
  literal,
  oneOf,
  property,
} from '@/lib/kql/ast'
import { decodeEntities } from '../../entities'
import type { Branch, ColumnType } from '../../mapping'

/**
 * Fields of a Windows event out of the two tables that carry any channel.
 *
 * `Event.EventData` is the event's XML as text: the value of a `<Data Name="…">` element, XML
 * entities decoded. `WindowsEvent.EventData` is dynamic and already decoded.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/event and …/windowsevent
 */

export const DECODE_XML: LetFunction = {
  name: 'DecodeXml',
  parameter: 'text',
  body: decodeEntities(column('text')),
}

const SYSMON = 'Microsoft-Windows-Sysmon'

/** The types of an event's fields by name; everything in a Windows event is text at first. */
export type EventFields = Readonly<Record<string, ColumnType>>

/** The two branches that hold one kind of Sysmon event; some kinds have several event ids. */
export function sysmonBranches(
  eventIds: readonly number[],
  fields: EventFields,
): readonly Branch[] {
  const isOfKind = oneOf(column('EventID'), 'in', eventIds)
  return [
    {
      name: 'Event',
      gate: [filter(column('Source'), '==', SYSMON), isOfKind],
      values: {
        ...valuesOf(fields, fromXml),
        Provider_Name: column('Source'),
        Channel: column('EventLog'),
        EventID: column('EventID'),
        Computer: column('Computer'),
      },
      lets: [DECODE_XML],
    },
    {
      name: 'WindowsEvent',
      gate: [filter(column('Provider'), '==', SYSMON), isOfKind],
      values: {
        ...valuesOf(fields, fromDynamic),
        Provider_Name: column('Provider'),
        Channel: column('Channel'),
        EventID: column('EventID'),
        Computer: column('Computer'),
      },
    },
  ]
}

function valuesOf(
  fields: EventFields,
  read: (name: string) => KqlExpression,
): Record<string, KqlExpression> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [
      name,
      type === 'string' ? read(name) : call(type === 'int' ? 'toint' : 'tolong', read(name)),
    ]),
  )
}

/** Numbers need no decoding, but one form for all is easier to read and to trust. */
function fromXml(name: string): KqlExpression {
  const pattern = `<Data Name="${name}">([^<]*)</Data>`
  return call(DECODE_XML.name, call('extract', literal(pattern), literal(1), column('EventData')))
}

function fromDynamic(name: string): KqlExpression {
  return call('tostring', property(column('EventData'), name))
}
