import logsources from '@/content/mappings/logsources.json'
import type { Target } from '@/lib/compiler/compiled-query'
import type { Logsource } from '@/lib/sigma/ast'

/** What a target holds of a logsource (content/mappings). */
export interface Holding {
  readonly holds: string
  /** Tables or parsers; none where it holds nothing, or where that depends on the event. */
  readonly tables: readonly string[]
  /** How it falls short, a whole sentence; only where `holds` is `partial`. */
  readonly note?: string
}

const HELD: Readonly<Record<string, Readonly<Record<Target, Holding>>>> = logsources

/** `windows/process_creation/-`, as the files of content/ are keyed. */
export function logsourceKey({ product, category, service }: Logsource): string {
  return [product, category, service].map((part) => part ?? '-').join('/')
}

/**
 * What each target holds of a logsource; null where nobody has looked. A logsource that is not
 * listed is looked up without its service, then without its product, then as its product alone.
 */
export function heldIn(logsource: Logsource): Readonly<Record<Target, Holding>> | null {
  const { product, category, service } = logsource
  const candidates = [
    [product, category, service],
    ...(category === undefined
      ? []
      : [
          [product, category],
          [undefined, category],
        ]),
    ...(product === undefined ? [] : [[product]]),
  ]
  for (const parts of candidates) {
    const key = [0, 1, 2].map((index) => parts[index] ?? '-').join('/')
    if (Object.hasOwn(HELD, key)) return HELD[key] ?? null
  }
  return null
}
