import type { Logsource } from '@/lib/sigma/ast'
import { mostSpecific } from '../words/most-specific'
import { BEYOND_ENDPOINT } from './beyond-endpoint'
import { ENDPOINT } from './endpoint'
import type { LikelyCause } from './likely-cause'

const CAUSES: ReadonlyMap<string, LikelyCause> = new Map(
  [...ENDPOINT, ...BEYOND_ENDPOINT].map(([key, likely, exclude]) => [key, { likely, exclude }]),
)

/** Holds for any log. */
const ANY: LikelyCause = {
  likely:
    'Administrators, automation, vulnerability scanners and tests can cause events like these in any log.',
  exclude:
    'Leave out what is benign by several stable facts together, such as account, host and object, never by one name alone.',
}

/** What is likely to be harmless in a log, by the closest entry; there is always an answer. */
export function findLikelyCause(logsource: Logsource): LikelyCause {
  return mostSpecific(CAUSES, logsource)?.value ?? ANY
}
