import type { NewEnrichment } from '@/lib/catalogue/new-enrichment'
import type { CompiledQuery } from '@/lib/compiler/compiled-query'
import { bareEnrichment } from '@/lib/enrichment/bare-enrichment'
import { enrichRule } from '@/lib/enrichment/enrich-rule'
import type { SigmaDocument } from '@/lib/sigma/ast'
import { resolve } from '@/lib/sigma/resolve'
import { cleanText } from './clean-text'
import { enrichmentInputsHash } from './enrichment-inputs'
import { faultReason } from './internal-fault'
import { readCurated } from './read-curated'

export interface EnrichedDocument {
  readonly enrichment: NewEnrichment
  /** Why it holds no more than the rule's own words; null where all went well. */
  readonly fault: string | null
}

/** What a document was compiled to, under which hash. */
export interface CompiledDocument {
  readonly document: SigmaDocument
  readonly queries: readonly CompiledQuery[]
  /** Of its revision. */
  readonly shownHash: string
}

/** What the inputs of an enrichment give now. Stored with it; another one means that it is stale. */
export function currentInputsHash(sigmaId: string, shownHash: string): string {
  return enrichmentInputsHash(shownHash, readCurated(sigmaId)?.hash ?? null)
}

/**
 * Enriches a document that was compiled. A bug of ours that one rule brings out costs that rule its
 * enrichment and nothing else: the reason is stored in its place and no inputs give its hash, so that
 * it is tried again each time.
 */
export function enrichDocument({
  document,
  queries,
  shownHash,
}: CompiledDocument): EnrichedDocument {
  const curated = document.id === null ? null : readCurated(document.id)
  const inputsHash = enrichmentInputsHash(shownHash, curated?.hash ?? null)
  try {
    const facts = { document, predicate: meaning(document), queries }
    const enrichment = enrichRule(facts, curated?.curated ?? null)
    return { enrichment: cleanText({ ...enrichment, inputsHash }), fault: null }
  } catch (error) {
    const fault = cleanText(
      `A fault of Rule Atlas stopped the enrichment of this rule (${faultReason(error)}): please report it with the rule.`,
    )
    const words = { ...document, falsePositives: document.falsepositives }
    return {
      enrichment: { ...bareEnrichment(words, fault), inputsHash: `fault ${inputsHash}` },
      fault,
    }
  }
}

function meaning(document: SigmaDocument) {
  if (document.kind !== 'rule') return null
  const resolved = resolve(document)
  return resolved.ok ? resolved.predicate : null
}
