import { type Enrichment, ORIGINS, type Origin } from './enrichment'
import { judgeSentences } from './judge-sentences'

/** What is wrong with one section of an enrichment. */
export interface Finding {
  readonly section: keyof Enrichment
  /** A whole sentence, with the offending text. */
  readonly reason: string
}

/**
 * What a reader of the reference page would miss or stumble over: an empty section, a cut sentence,
 * a reference of the rule that is not there, a tag of nobody's. A rule's own words are its author's
 * and need no full stop.
 *
 * @param references as the rule gives them
 */
export function checkEnrichment(
  enrichment: Enrichment,
  references: readonly string[],
): readonly Finding[] {
  const { hypothesis, falsePositives, confidence } = enrichment
  const guidance = falsePositives.guidance
  return [
    ...inSection('hypothesis', ownOf([hypothesis])),
    ...inSection('dataSources', textsOfSources(enrichment)),
    ...emptySources(enrichment),
    ...inSection('falsePositives', [...falsePositives.excludedByRule, ...ownOf(guidance)]),
    ...(guidance.length > 0 ? [] : [empty('falsePositives')]),
    ...missingReferences(enrichment, references),
    ...inSection('confidence', confidence.reasons),
    ...(confidence.reasons.length > 0 ? [] : [empty('confidence')]),
    ...enrichment.tags.flatMap(({ name, origin, from }) => badTag(name, origin, from)),
  ]
}

function textsOfSources({ dataSources }: Enrichment): readonly string[] {
  return dataSources.flatMap(({ switchOn, notes }) => [...switchOn, ...ownOf(notes)])
}

function emptySources({ dataSources }: Enrichment): readonly Finding[] {
  if (dataSources.length === 0) return [empty('dataSources')]
  return dataSources.flatMap(({ target, table, switchOn, notes }) =>
    switchOn.length + notes.length > 0
      ? []
      : [{ section: 'dataSources', reason: `Nothing is said of ${table} on ${target}.` }],
  )
}

function missingReferences(
  { references }: Enrichment,
  given: readonly string[],
): readonly Finding[] {
  const shown = new Set(references.map(({ url }) => url))
  return given
    .filter((url) => !shown.has(url))
    .map((url) => ({ section: 'references', reason: `The rule's reference “${url}” is missing.` }))
}

function badTag(name: string, origin: Origin, from: string): readonly Finding[] {
  if (name.trim() === '') return [{ section: 'tags', reason: 'A tag has no name.' }]
  if (ORIGINS.includes(origin) && from !== '') return []
  return [{ section: 'tags', reason: `The tag “${name}” does not say where it comes from.` }]
}

/** Texts that somebody of ours is to answer for; an author's are only not to be blank. */
function ownOf(texts: readonly { readonly text: string; readonly origin: Origin }[]): string[] {
  return texts
    .filter(({ text, origin }) => origin !== 'rule' || text.trim() === '')
    .map(({ text }) => text)
}

function inSection(section: Finding['section'], texts: readonly string[]): readonly Finding[] {
  return texts.flatMap((text) => {
    const verdict = judgeSentences(text)
    return verdict === null ? [] : [{ section, reason: `A text ${verdict}: “${tail(text)}”.` }]
  })
}

function empty(section: Finding['section']): Finding {
  return { section, reason: 'The section is empty.' }
}

function tail(text: string): string {
  return text.length <= 80 ? text : `…${text.slice(-80)}`
}
