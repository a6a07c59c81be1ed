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

/**
 * The key under which content/ speaks of a logsource, such as `windows/process_creation/-`; null
 * where nobody has looked. A logsource that is not listed is looked up without its service, then
 * without its product, then as its product alone.
 */
export function logsourceKey({ product, category, service }: Logsource): string | null {
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
  const keys = candidates.map((parts) => [0, 1, 2].map((index) => parts[index] ?? '-').join('/'))
  return keys.find((key) => Object.hasOwn(HELD, key)) ?? null
}

/** What each target holds of a logsource; null where nobody has looked. */
export function heldIn(logsource: Logsource): Readonly<Record<Target, Holding>> | null {
  const key = logsourceKey(logsource)
  return key === null ? null : (HELD[key] ?? null)
}
