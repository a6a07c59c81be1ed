import { COMPARISON_TRAPS } from './comparisons'
import { FORM_TRAPS } from './forms-of-a-value'
import { NETWORK_CONNECTION_TRAPS } from './network-connection'
import type { Trap } from './trap'

/** Conditions that a converter easily turns into a query that runs and finds nothing, or all. */
export const TRAPS: readonly Trap[] = [
  ...COMPARISON_TRAPS,
  ...FORM_TRAPS,
  ...NETWORK_CONNECTION_TRAPS,
]
