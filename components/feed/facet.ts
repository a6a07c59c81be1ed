/** A facet as it is drawn: every address is made, every label chosen. */
export interface Facet {
  readonly name: string
  readonly title: string
  readonly values: readonly FacetOption[]
  /** Where the values that are not listed here can be seen; a count of 0 leads back to fewer. */
  readonly rest: { readonly count: number; readonly href: string } | null
}

export interface FacetOption {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly state: 'included' | 'excluded' | 'off'
  /** Where choosing it, or taking the choice back, leads. */
  readonly toggleHref: string
  readonly excludeHref: string
}

/** One choice in force, and where taking it back leads. */
export interface ActiveFilter {
  readonly label: string
  readonly href: string
}
