import { COMPARISON_TRAPS } from './comparisons'
import { FILE_EVENT_TRAPS } from './file-events'
import { FORM_TRAPS } from './forms-of-a-value'
import { IMAGE_LOAD_TRAPS } from './image-load'
import { NETWORK_CONNECTION_TRAPS } from './network-connection'
import type { Trap } from './trap'
import { UNIX_TRAPS } from './unix'

/** Conditions that a converter easily turns into a query that runs and finds nothing, or all. */
export const TRAPS: readonly Trap[] = [
  ...COMPARISON_TRAPS,
  ...FILE_EVENT_TRAPS,
  ...FORM_TRAPS,
  ...IMAGE_LOAD_TRAPS,
  ...NETWORK_CONNECTION_TRAPS,
  ...UNIX_TRAPS,
]
