import type { SigmaDocument } from '@/lib/sigma/ast'
import type { EnrichmentFacts, FalsePositiveGuidance } from './enrichment'
import { findLikelyCause } from './likely-causes/find-likely-cause'
import { programCauses } from './likely-causes/program-causes'
import type { Clause } from './words/clause'
import { type DetectionWords, describeDetection } from './words/describe-detection'
import { type Detail, fullestText } from './words/detail'
import { sayClause, sayFields } from './words/say-clause'

const MOST_EXCLUSIONS = 10
const ROOM = { usual: 280, most: 460 }

/**
 * What a rule finds that is harmless: the author's own list, what the rule's filters leave out
 * already, and, always, what is usual in this kind of log and how to go about it.
 */
export function guideFalsePositives(facts: EnrichmentFacts): FalsePositiveGuidance {
  const { document } = facts
  const entries = document.falsepositives.filter((entry) => stanceOf(entry) === null)
  const { likely, exclude } = findLikelyCause(
    document.kind === 'correlation' ? {} : document.logsource,
  )
  const words =
    document.kind === 'rule' && facts.predicate !== null
      ? describeDetection(facts.predicate, document.detection)
      : null
  const texts = [
    ...(entries.length > 0 ? [] : [sayStance(document)]),
    likely,
    ...programCauses(words),
    ...sayLevel(document),
    exclude,
    sayBaseline(facts),
  ]
  return {
    fromRule: entries,
    excludedByRule: sayExclusions(words, document),
    guidance: texts.map((text) => ({ text, origin: 'derived' })),
  }
}

type Stance = 'unknown' | 'unlikely' | 'likely'

const STANCES: readonly (readonly [Stance, RegExp])[] = [
  [
    'unknown',
    /^(?:(?:currently|still) )?(?:unknown|none|nothing|no known(?: false positives)?|not known|n\/?a|tbd|\?+|-*)(?: (?:known|yet|so far|at this time|for now))?[.!]?$/i,
  ],
  ['unlikely', /^(?:(?:highly|very|most|extremely) )?(?:unlikely|rare|rarely)[.!]?$/i],
  ['likely', /^(?:(?:highly|very|most) )?likely[.!]?$/i],
]

/** What an entry says of how many false positives there are; null where it names one. */
function stanceOf(entry: string): Stance | null {
  return STANCES.find(([, pattern]) => pattern.test(entry.trim()))?.[0] ?? null
}

function sayStance({ falsepositives }: SigmaDocument): string {
  const stances = falsepositives.map(stanceOf)
  if (stances.includes('likely')) return "The rule's author expects false positives and names none."
  if (stances.includes('unlikely')) return "The rule's author holds false positives to be unlikely."
  if (stances.includes('unknown')) return "The rule's author names no benign cause."
  return "The rule's author lists no false positives, which is not the same as there being none."
}

function sayLevel({ level }: SigmaDocument): string[] {
  if (level === 'informational') {
    return [
      'At the level “informational” the rule gives context to other alerts; expect many hits.',
    ]
  }
  if (level === 'low') {
    return [
      'At the level “low” single hits are seldom worth an alert; look at them together with others.',
    ]
  }
  return []
}

function sayBaseline({ queries }: EnrichmentFacts): string {
  return queries.some(({ status }) => status === 'compiled')
    ? 'Run the query over the last 30 days of your own data before it may raise an alert: what it finds every day is your baseline.'
    : 'Before it may raise an alert, find out how often such events occurred in 30 days of your own data: what is there every day is your baseline.'
}

function sayExclusions(words: DetectionWords | null, document: SigmaDocument): readonly string[] {
  const excluded = words?.excluded ?? []
  const service = document.kind === 'rule' ? document.logsource.service : undefined
  const said = excluded.slice(0, MOST_EXCLUSIONS).map((each) => sayExclusion(each, service))
  const rest = excluded.length - MOST_EXCLUSIONS
  if (rest > 0)
    said.push(
      `Left out are events that fit ${rest === 1 ? 'a further filter' : `one of ${rest} further filters`}.`,
    )
  return said
}

function sayExclusion(clause: Clause, service: string | undefined): string {
  const say = (detail: Detail) => `Left out are events where ${sayClause(clause, detail)}.`
  const text = fullestText(ROOM, say, service)
  return text ?? `Left out are events that fit a filter on ${sayFields(clause, 4)}.`
}
