import type { Confidence, NamedTag } from '../enrichment'

/** What a person wrote about one rule; a section that the file leaves out is derived as ever. */
export interface CuratedEnrichment {
  /** Lower-case UUID: the file's name and its front matter agree on it. */
  readonly ruleId: string
  /** `detectionDigest` of the rule that its writer saw; null where the file does not say. */
  readonly writtenFor: string | null
  readonly hypothesis: string | null
  /** Notes about tables and parsers by name; with `null`, about the rule's sources as a whole. */
  readonly dataSources: readonly { readonly table: string | null; readonly text: string }[]
  /** What is likely, and what to do about it; a paragraph or list item each. */
  readonly falsePositives: readonly string[]
  readonly confidence: Pick<Confidence, 'value' | 'reasons'> | null
  /** Added to those that the rule itself names. */
  readonly tags: readonly Pick<NamedTag, 'name' | 'kind'>[]
}
