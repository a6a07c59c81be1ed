import { z } from 'zod'

/** A text that Postgres takes: no NUL, no half of a surrogate pair. */
const text = z.string().transform((value) => value.replaceAll('\0', '').toWellFormed())
const texts = z.array(text)

/** What is read of a STIX object, whatever its type; all else is ignored. */
export const stixObject = z.object({
  type: z.string(),
  id: z.string(),
  name: text.optional(),
  description: text.optional(),
  revoked: z.boolean().optional(),
  external_references: z
    .array(
      z.object({
        source_name: z.string(),
        external_id: text.optional(),
        url: text.optional(),
      }),
    )
    .optional(),
  kill_chain_phases: z
    .array(z.object({ kill_chain_name: z.string(), phase_name: text }))
    .optional(),
  aliases: texts.optional(),
  relationship_type: z.string().optional(),
  source_ref: z.string().optional(),
  target_ref: z.string().optional(),
  definition: z.object({ statement: text.optional() }).optional(),
  x_mitre_version: text.optional(),
  x_mitre_deprecated: z.boolean().optional(),
  x_mitre_domains: texts.optional(),
  x_mitre_shortname: text.optional(),
  x_mitre_platforms: texts.optional(),
  x_mitre_aliases: texts.optional(),
  x_mitre_analytic_refs: z.array(z.string()).optional(),
  x_mitre_log_source_references: z
    .array(
      z.object({
        name: text,
        channel: text.nullish(),
        x_mitre_data_component_ref: z.string().optional(),
      }),
    )
    .optional(),
})

export type StixObject = z.infer<typeof stixObject>

export const stixBundle = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })
