import { z } from 'zod'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { type Enrichment, ORIGINS } from '@/lib/enrichment/enrichment'

const origin = z.enum(ORIGINS)
const texts = z.array(z.string())
const originText = z.object({ text: z.string(), origin })

/** What the columns hold; a value of another release may not fit. */
const shape = z.object({
  hypothesis: originText,
  dataSources: z.array(
    z.object({
      target: z.enum(TARGETS),
      table: z.string(),
      role: z.enum(['queried', 'needed']),
      connector: z.string().nullable(),
      columns: texts,
      switchOn: texts,
      notes: z.array(originText),
      origin,
    }),
  ),
  falsePositives: z.object({
    fromRule: texts,
    excludedByRule: texts,
    guidance: z.array(originText),
  }),
  references: z.array(z.object({ url: z.string(), kind: z.string(), origin })),
  confidence: z.object({ value: z.enum(['high', 'medium', 'low']), reasons: texts, origin }),
  tags: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['malware', 'tool', 'cve', 'group', 'campaign', 'behaviour']),
      origin,
      from: z.string(),
    }),
  ),
})

/**
 * Reads a stored enrichment. Null where there is none, or one that is not of today's shape: the
 * database is not trusted to hold what the present code would have written.
 */
export function readEnrichment(stored: unknown): Enrichment | null {
  const read = shape.safeParse(stored)
  return read.success ? read.data : null
}
