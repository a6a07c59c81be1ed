import type { SigmaCorrelation, SigmaDocument, SigmaFilter, SigmaRule } from '@/lib/sigma/ast'
import type { EnrichmentFacts, OriginText } from './enrichment'
import { attackWords } from './words/attack-words'
import { authorSentence } from './words/author-sentence'
import type { Clause } from './words/clause'
import { type DetectionWords, describeDetection } from './words/describe-detection'
import { sayText } from './words/describe-long'
import { eventWords } from './words/event-words'
import { sayAggregations, sayExclusions, sayRequired } from './words/say-detection'

/** Characters that the whole should keep to: exclusions are said shortly, the author's words go. */
const ROOM = 700
/** Characters that it must keep to. */
const LIMIT = 880
const EXCLUSIONS = { least: 140, most: 300 }

/**
 * What a rule hunts, in one to three whole sentences: what it looks for in which log, what that
 * means in ATT&CK and in the author's own words, and what it leaves out. Made of the resolved
 * detection, the logsource, the tags and the description alone; long lists are counted, not cut.
 */
export function deriveHypothesis({ document, predicate }: EnrichmentFacts): OriginText {
  const words =
    document.kind === 'rule' && predicate !== null
      ? describeDetection(predicate, document.detection)
      : null
  const what = document.kind === 'rule' ? sayRule(document, words) : sayOther(document)
  const attack = attackWords(document.tags)
  const used = what.length + (meaningSentence(attack, null)?.length ?? 0)
  const left = words?.required ? leftOut(document, words.excluded, used) : null
  const written = authorSentence(document.description)
  const fits = used + (left?.length ?? 0) + (written?.length ?? 0) + 30 <= ROOM
  const meaning = meaningSentence(attack, fits ? written : null)
  return {
    text: [what, meaning, left].filter((sentence) => sentence !== null).join(' '),
    origin: 'derived',
  }
}

function sayRule(rule: SigmaRule, words: DetectionWords | null): string {
  const events = eventWords(rule.logsource)
  const counted = sayAggregations(rule.detection)
  if (words === null) {
    return `The rule looks at ${events}${counted}; what it asks for cannot be resolved, and its title is ${sayText(rule.title, 'text', 120)}.`
  }
  const { service } = rule.logsource
  if (words.required === null) {
    const others = sayExclusions(words.excluded, EXCLUSIONS.most, service)
    return `The rule looks for all ${events}, and leaves out ${others}${counted}.`
  }
  return `The rule looks for ${events} where ${sayRequired(words.required, service)}${counted}.`
}

function leftOut(document: SigmaDocument, excluded: readonly Clause[], used: number) {
  if (excluded.length === 0) return null
  const room = Math.max(EXCLUSIONS.least, ROOM - used)
  const most = Math.min(EXCLUSIONS.most, room, LIMIT - used)
  const service = document.kind === 'rule' ? document.logsource.service : undefined
  return `The rule leaves out ${sayExclusions(excluded, most, service)}.`
}

function sayOther(document: SigmaCorrelation | SigmaFilter): string {
  const count = document.rules.length
  const rules = count === 1 ? 'one other rule' : `${count === 0 ? 'other' : `${count} other`} rules`
  if (document.kind === 'filter') {
    const events = eventWords(document.logsource)
    return `This is a filter: it takes ${events} out of what ${rules} would find, and finds nothing by itself.`
  }
  return `This is a correlation of the type ${sayText(document.type, 'name', 40)}: it ${correlates(document.type)} ${rules}.`
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
