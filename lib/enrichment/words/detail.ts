/** How much of a detection is said. What is not said is counted. */
export interface Detail {
  /** Values of one field. */
  readonly values: number
  readonly alternatives: number
  readonly conjuncts: number
  /** Characters of one value. */
  readonly width: number
  /** The Sigma service, which event IDs belong to. */
  readonly service?: string | undefined
}

/** From the fullest to the shortest. */
export const DETAILS: readonly Detail[] = [
  { values: 4, alternatives: 4, conjuncts: 6, width: 64 },
  { values: 3, alternatives: 3, conjuncts: 5, width: 48 },
  { values: 3, alternatives: 2, conjuncts: 4, width: 40 },
  { values: 2, alternatives: 2, conjuncts: 3, width: 32 },
  { values: 2, alternatives: 1, conjuncts: 2, width: 24 },
]

/** The fullest text that is no longer than `most`; null where even the shortest is. */
export function fullestText(
  most: number,
  say: (detail: Detail) => string,
  service?: string,
): string | null {
  for (const detail of DETAILS) {
    const text = say({ ...detail, service })
    if (text.length <= most) return text
  }
  return null
}
