import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent } from 'js-yaml'
import type { Location } from '@/lib/diagnostics'
import type { YamlPath } from './ast'
import { TextPositions } from './text-position'
import { eventStart } from './yaml-events'
import { MAX_DEPTH } from './yaml-limits'

interface Place {
  /** Offset of the key of a mapping entry, of the item of a list. */
  readonly offset: number
  readonly children: Map<string | number, Place>
}

/** Where a path stands; for several paths of one text, make one `locator`. */
export function locate(text: string, path: YamlPath): Location {
  return locator(text)(path)
}

/**
 * Parses once and answers for any number of paths: the key of a mapping entry, the item of a list.
 * A path that leads further than the text does (into an alias, say) gets its deepest known parent.
 */
export function locator(text: string): (path: YamlPath) => Location {
  const root = placesOf(text)
  const positions = new TextPositions(text)
  return (path) => {
    let place = root
    for (const step of path) {
      const child = place.children.get(step)
      if (child === undefined) break
      place = child
    }
    return positions.at(place.offset)
  }
}

/** A frame per open collection; `key` holds a mapping's key until its value comes. */
interface Frame {
  readonly place: Place
  readonly isMapping: boolean
  key: { readonly name: string; readonly offset: number } | null
  index: number
}

function placesOf(text: string): Place {
  const root = leaf(0)
  const frames: Frame[] = []
  let documents = 0
  for (const event of readEvents(text)) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (documents++ > 0) break
    } else if (event.type === EVENT_ID.POP) {
      frames.pop()
    } else {
      const isMapping = event.type === EVENT_ID.MAPPING
      const place = enter(frames.at(-1), event, text, root)
      if (isMapping || event.type === EVENT_ID.SEQUENCE) {
        frames.push({ place, isMapping, key: null, index: 0 })
      }
    }
  }
  return root
}

function enter(frame: Frame | undefined, event: Event, text: string, root: Place): Place {
  if (frame === undefined) return root
  const offset = eventStart(event) ?? frame.key?.offset ?? frame.place.offset
  if (!frame.isMapping) {
    const item = leaf(offset)
    frame.place.children.set(frame.index++, item)
    return item
  }
  if (frame.key === null) {
    const name = event.type === EVENT_ID.SCALAR ? scalarText(text, event) : ''
    frame.key = { name, offset }
    return leaf(offset)
  }
  const entry = leaf(frame.key.offset)
  frame.place.children.set(frame.key.name, entry)
  frame.key = null
  return entry
}

function leaf(offset: number): Place {
  return { offset, children: new Map() }
}

function scalarText(text: string, event: ScalarEvent): string {
  return getScalarValue(text, event)
}

/** Broken YAML has no places: its own diagnostic carries its position. */
function readEvents(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH })
  } catch {
    return []
  }
}
