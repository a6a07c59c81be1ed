import type { SigmaCorrelation, SigmaFilter, SigmaRule } from '@/lib/sigma/ast'
import type { EnrichmentFacts, OriginText } from './enrichment'
import { attackWords } from './words/attack-words'
import { authorSentence } from './words/author-sentence'
import { describeDetection } from './words/describe-detection'
import { eventWords } from './words/event-words'
import { quoteText } from './words/quote-text'
import { sayAggregations, sayExclusions, sayRequired } from './words/say-detection'

/** Characters that the author's sentence may bring the hypothesis to. */
const ROOM = 640

/**
 * What a rule hunts, in one to three whole sentences: what it looks for in which log, what that
 * means in ATT&CK and in the author's own words, and what it leaves out. Made of the resolved
 * detection, the logsource, the tags and the description alone; long lists are counted, not cut.
 */
export function deriveHypothesis(facts: EnrichmentFacts): OriginText {
  const { document } = facts
  const [first, ...rest] =
    document.kind === 'rule' ? ruleSentences(document, facts) : otherSentences(document)
  const written = authorSentence(document.description)
  const length = [first, ...rest].join(' ').length
  const author = written !== null && length + written.length <= ROOM ? written : null
  const meaning = meaningSentence(attackWords(document.tags), author)
  const sentences = [first, ...(meaning === null ? [] : [meaning]), ...rest]
  return { text: sentences.join(' '), origin: 'derived' }
}

function ruleSentences(
  rule: SigmaRule,
  { predicate }: EnrichmentFacts,
): readonly [string, ...string[]] {
  const events = eventWords(rule.logsource)
  const counted = sayAggregations(rule.detection)
  if (predicate === null) {
    const title = quoteText(rule.title, 120)
    return [
      `The rule looks at ${events}${counted}; what it asks for cannot be resolved, and its title is ${title}.`,
    ]
  }
  const { service } = rule.logsource
  const { required, excluded } = describeDetection(predicate, rule.detection)
  if (required === null) {
    const others = sayExclusions(excluded, service)
    return [`The rule looks for all ${events} other than those ${others}${counted}.`]
  }
  const what = `The rule looks for ${events} where ${sayRequired(required, service)}${counted}.`
  return excluded.length === 0
    ? [what]
    : [what, `Left out are those ${sayExclusions(excluded, service)}.`]
}

function otherSentences(document: SigmaCorrelation | SigmaFilter): readonly [string] {
  const count = document.rules.length
  const rules = count === 1 ? 'one other rule' : `${count === 0 ? 'other' : `${count} other`} rules`
  if (document.kind === 'filter') {
    const events = eventWords(document.logsource)
    return [
      `This is a filter: it takes ${events} out of what ${rules} would find, and finds nothing by itself.`,
    ]
  }
  return [
    `This is a correlation of the type ${quoteText(document.type, 40)}: it ${correlates(document.type)} ${rules}.`,
  ]
}

/** After the Sigma correlation rules specification, "Correlation Types". */
function correlates(type: string): string {
  if (type === 'event_count') return 'counts the events that are found by'
  if (type === 'temporal') return 'looks for events close in time that are found by'
  if (type === 'temporal_ordered') return 'looks for events in a certain order that are found by'
  if (type.startsWith('value_')) return 'measures the values of a field in the events found by'
  return 'joins the events that are found by'
}

function meaningSentence(attack: string | null, author: string | null): string | null {
  if (attack === null) return author === null ? null : `Its author writes: “${author}”.`
  if (author === null) return `In ATT&CK that fits ${attack}.`
  return `In ATT&CK that fits ${attack}; its author writes: “${author}”.`
}
