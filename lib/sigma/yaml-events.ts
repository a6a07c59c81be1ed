import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarStyle } from 'js-yaml'

/** Where the node of an event begins in the text; null where it has no text of its own. */
export function eventStart(event: Event): number | null {
  switch (event.type) {
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    case EVENT_ID.SCALAR:
      if (event.valueStart < 0) return null
      return isQuoted(event.style) ? event.valueStart - 1 : event.valueStart
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start
    default:
      return null
  }
}

function isQuoted(style: ScalarStyle): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
}

/** The name behind `&`, or null. */
export function anchorOf(event: Event, text: string): string | null {
  if (!('anchorStart' in event) || event.anchorStart < 0) return null
  return text.slice(event.anchorStart, event.anchorEnd)
}
