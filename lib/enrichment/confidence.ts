import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import type { Confidence, EnrichmentFacts } from './enrichment'

type ConfidenceValue = Confidence['value']
type Derived = Pick<Confidence, 'value' | 'reasons'>

export interface ConfidenceFacts {
  /** Sigma's status of the rule; null where it has none. */
  readonly status: string | null
  /** What each target made of it. A compiled query has passed Microsoft's parser and binder. */
  readonly targets: readonly {
    readonly state: 'compiled' | 'with-loss' | 'refused'
    /** The query can miss events that the rule finds. */
    readonly narrows?: boolean
  }[]
}

/**
 * What each status says of a rule's maturity (Sigma rules specification 2.1, "Status"), and how far
 * a rule of that status may be trusted at most.
 */
const STATUSES: Readonly<
  Record<string, { readonly most: ConfidenceValue; readonly means: string }>
> = {
  stable: { most: 'high', means: 'its authors hold it fit for production' },
  test: { most: 'medium', means: 'mostly stable, it may need adjusting to an environment' },
  experimental: { most: 'low', means: 'it may be noisy or find harmless events' },
  deprecated: { most: 'low', means: 'another rule replaces or covers it' },
  unsupported: { most: 'low', means: 'it cannot be used as it stands' },
}

const RANK: Readonly<Record<ConfidenceValue, number>> = { low: 0, medium: 1, high: 2 }

/**
 * How far to trust a rule before having tried it: as far as its weakest part. The status bounds it
 * from the author's side; queries that were refused or that differ from the rule, from ours.
 */
export function deriveConfidence({ status, targets }: ConfidenceFacts): Derived {
  const bounds: { most: ConfidenceValue; reason: string }[] = [statusBound(status)]
  const compiled = targets.filter(({ state }) => state !== 'refused')
  const exact = targets.filter(({ state }) => state === 'compiled')

  if (compiled.length === 0) {
    bounds.push({ most: 'low', reason: 'No target has a query for it.' })
  } else {
    bounds.push({
      most: exact.length === 0 ? 'medium' : 'high',
      reason: `Its query parses and binds on ${compiled.length} of ${targets.length} targets.`,
    })
    const lossy = compiled.length - exact.length
    if (lossy > 0) {
      const queries = lossy === 1 ? '1 query differs' : `${lossy} queries differ`
      bounds.push({ most: 'high', reason: `${queries} from the rule in a way that is named.` })
    }
    const narrow = compiled.filter(({ narrows }) => narrows === true).length
    if (narrow > 0) {
      const queries = narrow === 1 ? '1 query' : `${narrow} queries`
      const reason = `${queries} can miss events that the rule finds; the differences say which.`
      bounds.push({ most: 'high', reason })
    }
  }
  const value = bounds.reduce<ConfidenceValue>(
    (least, { most }) => (RANK[most] < RANK[least] ? most : least),
    'high',
  )
  bounds.sort((a, b) => RANK[a.most] - RANK[b.most])
  return { value, reasons: bounds.map(({ reason }) => reason) }
}

function statusBound(status: string | null): { most: ConfidenceValue; reason: string } {
  if (status === null) return { most: 'low', reason: 'The rule states no status.' }
  const known = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined
  if (known === undefined) {
    return { most: 'low', reason: `The rule's status "${status}" is not one of Sigma's.` }
  }
  return { most: known.most, reason: `The rule's status is “${status}”: ${known.means}.` }
}

/** The same, of a whole rule: what its status and its queries say of it. */
export function rateRule({ document, queries }: EnrichmentFacts): Confidence {
  const derived = deriveConfidence({ status: document.status, targets: queries.map(stateOf) })
  return { ...derived, origin: 'derived' }
}

function stateOf({ status, diagnostics }: CompiledQuery): ConfidenceFacts['targets'][number] {
  const effects = diagnostics.flatMap(({ effect }) => (effect === undefined ? [] : [effect]))
  if (status === 'refused') return { state: 'refused' }
  return {
    state: effects.length > 0 ? 'with-loss' : 'compiled',
    narrows: effects.includes('narrows'),
  }
}
