import type { Category, EventFields } from '../events-of-kind'

/** A small rule over one kind of event, and what it must find and leave alone on every target. */
export interface Trap {
  readonly name: string
  readonly category: Category
  /** `windows` where it is not said. */
  readonly product?: string
  readonly detection: string
  readonly finds: readonly EventFields[]
  readonly leaves: readonly EventFields[]
}
