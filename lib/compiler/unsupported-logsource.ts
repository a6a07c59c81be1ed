import logsources from '@/content/mappings/logsources.json'
import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { Logsource } from '@/lib/sigma/ast'
import { TARGETS, type Target } from './compiled-query'
import { logsourceName, mappedLogsources } from './targets/find-mapping'
import { whyOutOfReach } from './targets/unix-mappings'

interface Holding {
  readonly holds: string
  readonly where: string
}

const HELD: Readonly<Record<string, Readonly<Record<Target, Holding>>>> = logsources

const TITLES: Readonly<Record<Target, string>> = {
  'defender-xdr': 'Defender XDR',
  asim: 'ASIM',
  'azure-monitor': 'Azure Monitor',
}

/** The reasons that the data gives in a word, said in full; null says no more than "none". */
const REASONS: Readonly<Record<string, string | null>> = {
  'n/a': null,
  'no schema': 'it has no schema for them',
  'no ActionType': 'no ActionType stands for them',
  'no parser': 'it has no parser for them',
  'app logs': 'it takes in no logs of applications',
  'keyword rules': 'it has no schema for free text',
  keywords: 'it has no schema for free text',
  'unstructured text / keywords': 'it has no schema for free text',
  'Sysmon internals': 'it keeps nothing about Sysmon itself',
}

/**
 * Why a target has no query for a logsource: what it holds of the events and where, by
 * content/mappings/logsources.json, and who holds them else.
 */
export function unsupportedLogsource(logsource: Logsource, target: Target): Diagnostic {
  return diagnostic(
    'TARGET_UNSUPPORTED_LOGSOURCE',
    whyOutOfReach(target, logsource) ?? messageFor(logsource, target),
  )
}

function messageFor(logsource: Logsource, target: Target): string {
  const name = `"${logsourceName(logsource)}"`
  const title = TITLES[target]
  const held = HELD[keyOf(logsource)]
  if (held === undefined) {
    return `The logsource ${name} is none that this version knows; for ${title} it compiles ${mappedLogsources(target)}.`
  }
  const { holds, where } = held[target]
  const others = whoElse(held, target)
  if (holds === 'none') return `${title} holds no events of ${name}${reasonOf(where)}.${others}`
  const much = holds === 'full' ? 'the events' : 'a part of the events'
  return `${title} holds ${much} of ${name}, but this version does not compile that logsource for it. Where they are: ${where}.${others}`
}

function reasonOf(where: string): string {
  const short = where.replace(/^none: /, '')
  const reason = REASONS[short]
  if (reason === null) return ''
  return `: ${reason ?? short}`
}

function whoElse(held: Readonly<Record<Target, Holding>>, target: Target): string {
  const holding = (much: string) =>
    TARGETS.filter((other) => other !== target && held[other].holds === much).map(
      (other) => TITLES[other],
    )
  const full = holding('full')
  const some = full.length > 0 ? full : holding('partial')
  if (some.length === 0) return ''
  const verb = some.length === 1 ? 'holds' : 'hold'
  return ` ${some.join(' and ')} ${verb} ${full.length > 0 ? 'them' : 'a part of them'}.`
}

/** The key of the data: `windows/file_event/-`. */
function keyOf({ product, category, service }: Logsource): string {
  return [product, category, service].map((part) => part ?? '-').join('/')
}
