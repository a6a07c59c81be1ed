import { COMPARISON_TRAPS } from './comparisons'
import { DNS_QUERY_TRAPS } from './dns-query'
import { FILE_ACCESS_TRAPS } from './file-access'
import { FILE_EVENT_TRAPS } from './file-events'
import { FORM_TRAPS } from './forms-of-a-value'
import { IMAGE_LOAD_TRAPS } from './image-load'
import { NETWORK_CONNECTION_TRAPS } from './network-connection'
import { REGISTRY_TRAPS } from './registry'
import type { Trap } from './trap'
import { UNIX_TRAPS } from './unix'

/** Conditions that a converter easily turns into a query that runs and finds nothing, or all. */
export const TRAPS: readonly Trap[] = [
  ...COMPARISON_TRAPS,
  ...DNS_QUERY_TRAPS,
  ...FILE_ACCESS_TRAPS,
  ...FILE_EVENT_TRAPS,
  ...FORM_TRAPS,
  ...IMAGE_LOAD_TRAPS,
  ...NETWORK_CONNECTION_TRAPS,
  ...REGISTRY_TRAPS,
  ...UNIX_TRAPS,
]
