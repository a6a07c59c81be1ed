/** A technique or sub-technique as it is drawn: counted, and with its address. */
export interface CoverageCell {
  readonly id: string
  readonly name: string
  readonly href: string
  /** Rules that name it, or one of its sub-techniques. */
  readonly rules: number
  /** Step of the ramp: 0 for none, 1 to 5. */
  readonly heat: number
}

/** A technique in the column of one tactic. */
export interface TechniqueCell extends CoverageCell {
  /** False where only its sub-techniques belong to the column. */
  readonly isMember: boolean
  readonly subTechniques: readonly CoverageCell[]
}

/** One tactic. */
export interface CoverageColumn {
  readonly id: string
  readonly name: string
  /** The feed with the rules that `rules` counts. */
  readonly href: string
  /** Rules that name the tactic. */
  readonly rules: number
  /** Techniques and sub-techniques that at least one rule names, of how many. */
  readonly named: number
  readonly known: number
  readonly techniques: readonly TechniqueCell[]
}

/** One row of the table view. */
export interface CoverageRow extends CoverageCell {
  readonly isSub: boolean
  /** Rules that name it itself. */
  readonly own: number
  readonly tactics: readonly string[]
  readonly platforms: readonly string[]
}

/** A tag that is no id of the map's release. */
export interface OtherTag {
  readonly id: string
  readonly name: string | null
  /** The feed with the rules that carry it. */
  readonly href: string
  readonly rules: number
  /** What counts for it on the map; null where nothing does. */
  readonly place: { readonly id: string; readonly href: string } | null
  readonly reason: string
}
