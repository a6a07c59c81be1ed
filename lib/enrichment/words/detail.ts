/** How much of a detection is said. What is not said is counted. */
export interface Detail {
  /** Values of one field. */
  readonly values: number
  readonly alternatives: number
  readonly conjuncts: number
  /** Characters up to which a value is shown, whole; a longer one is described. */
  readonly width: number
  /** The Sigma service, which event IDs belong to. */
  readonly service?: string | undefined
}

export const FULLEST: Detail = { values: 4, alternatives: 4, conjuncts: 6, width: 120 }

/** Whole values, from the fullest to the shortest. */
export const WHOLE: readonly Detail[] = [
  FULLEST,
  { values: 3, alternatives: 3, conjuncts: 5, width: 120 },
  { values: 2, alternatives: 2, conjuncts: 4, width: 120 },
  { values: 2, alternatives: 2, conjuncts: 3, width: 120 },
  { values: 2, alternatives: 1, conjuncts: 2, width: 120 },
  { values: 1, alternatives: 1, conjuncts: 2, width: 120 },
]

/** Where whole values do not fit: the shorter ones, and what the longer ones begin with. */
export const NARROW: readonly Detail[] = [
  { values: 2, alternatives: 1, conjuncts: 2, width: 56 },
  { values: 1, alternatives: 1, conjuncts: 2, width: 40 },
  { values: 1, alternatives: 1, conjuncts: 1, width: 40 },
]

/** Characters that should do, and those that are better than saying less. */
export interface Room {
  readonly usual: number
  readonly most: number
}

/** The fullest text that fits; null where even the shortest does not. */
export function fullestText(
  { usual, most }: Room,
  say: (detail: Detail) => string,
  service?: string,
): string | null {
  return (
    firstThatFits(WHOLE, usual, say, service) ??
    firstThatFits([...WHOLE, ...NARROW], most, say, service)
  )
}

/** The first of the texts that takes at most so many characters; null where none does. */
export function firstThatFits(
  details: readonly Detail[],
  most: number,
  say: (detail: Detail) => string,
  service?: string,
): string | null {
  for (const detail of details) {
    const text = say({ ...detail, service })
    if (text.length <= most) return text
  }
  return null
}
