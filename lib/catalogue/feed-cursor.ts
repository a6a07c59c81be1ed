/** A place in the feed, by key and not by count, so that an import does not move the reader. */
export interface Cursor {
  /** `after`: the page that follows this key; `before`: the page that ends just above it. */
  readonly direction: 'after' | 'before'
  readonly key: FeedKey
}

/** What the feed is sorted by, all of it descending. */
export interface FeedKey {
  /** `YYYY-MM-DD` */
  readonly changedOn: string
  readonly levelRank: number
  /** Lower-case UUID. */
  readonly sigmaId: string
}

const FORM =
  /^(after|before)_(\d{4}-\d{2}-\d{2})_(\d)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads `after_2026-05-01_4_<uuid>`; null for anything else. */
export function parseCursor(text: string): Cursor | null {
  const [, direction, changedOn, levelRank, sigmaId] = FORM.exec(text) ?? []
  if (changedOn === undefined || levelRank === undefined || sigmaId === undefined) return null
  const day = new Date(`${changedOn}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(changedOn)) return null
  return {
    direction: direction === 'before' ? 'before' : 'after',
    key: { changedOn, levelRank: Number(levelRank), sigmaId },
  }
}

export function printCursor({ direction, key }: Cursor): string {
  return `${direction}_${key.changedOn}_${key.levelRank}_${key.sigmaId}`
}
