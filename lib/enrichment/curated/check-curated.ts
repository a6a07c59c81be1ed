import { judgeSentences } from '../judge-sentences'
import type { CuratedEnrichment } from './curated-enrichment'

/**
 * What is wrong with the words of a curated file whose form is good, a whole sentence each: a cut
 * sentence, a note about a table that the rule's data sources do not have.
 *
 * @param tables that the rule's data sources speak of; null where the rule is not at hand
 */
export function checkCurated(
  curated: CuratedEnrichment,
  tables: ReadonlySet<string> | null,
): readonly string[] {
  const { hypothesis, dataSources, falsePositives, confidence } = curated
  const texts = [
    ...(hypothesis === null ? [] : [hypothesis]),
    ...dataSources.map(({ text }) => text),
    ...falsePositives,
    ...(confidence?.reasons ?? []),
  ]
  const cut = texts.flatMap((text) => {
    const verdict = judgeSentences(text)
    return verdict === null ? [] : [`A text ${verdict}: “${text.slice(-80)}”.`]
  })
  const strangers = dataSources.flatMap(({ table }) =>
    table === null || tables === null || tables.has(table)
      ? []
      : [`The rule's data sources do not have the table “${table}”.`],
  )
  return [...cut, ...strangers]
}
