import type { Enrichment } from '@/lib/enrichment/enrichment'

/** What was made of one revision, ready to be stored beside it. */
export interface NewEnrichment extends Enrichment {
  /** SHA-256 over all that it was made from, hex: it is made again when that differs. */
  readonly inputsHash: string
}
