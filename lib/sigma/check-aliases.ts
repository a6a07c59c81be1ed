import { EVENT_ID, type Event } from 'js-yaml'
import { anchorOf } from './yaml-events'
import { MAX_ALIAS_NODES } from './yaml-limits'

/** What is wrong with an alias, and where. */
export interface AliasFault {
  readonly message: string
  readonly offset: number
}

/**
 * Counts the nodes that the aliases of a document stand for, without writing them out ("billion
 * laughs" has 10^9 in ten lines), and finds an alias inside its own anchor. Small honest anchors pass.
 */
export function checkAliases(events: readonly Event[], text: string): AliasFault | null {
  if (!events.some((event) => event.type === EVENT_ID.ALIAS)) return null
  const sizes = new Map<string, number | 'open'>()
  const open: { readonly anchor: string | null; size: number }[] = []
  let added = 0
  for (const event of events) {
    let size = 1
    if (event.type === EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd)
      const known = sizes.get(name) ?? 1
      if (known === 'open') {
        return fault(
          event.anchorStart,
          `The alias "*${name}" stands inside its own anchor; write the value out.`,
        )
      }
      size = known
      added += known
      if (added > MAX_ALIAS_NODES) {
        return fault(
          event.anchorStart,
          `The aliases stand for more than ${MAX_ALIAS_NODES} values at "*${name}"; write the values out.`,
        )
      }
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop()
      if (closed === undefined) continue
      size = closed.size
      if (closed.anchor !== null) sizes.set(closed.anchor, size)
    } else {
      const anchor = anchorOf(event, text)
      if (event.type !== EVENT_ID.SCALAR) {
        if (anchor !== null) sizes.set(anchor, 'open')
        open.push({ anchor, size: 1 })
        continue
      }
      if (anchor !== null) sizes.set(anchor, 1)
    }
    const parent = open.at(-1)
    if (parent !== undefined) parent.size += size
  }
  return null
}

function fault(anchorStart: number, message: string): AliasFault {
  return { message, offset: anchorStart - 1 }
}
