import logsources from '@/content/mappings/logsources.json'
import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { Logsource } from '@/lib/sigma/ast'
import { TARGETS, type Target } from './compiled-query'
import { logsourceName, mappedLogsources } from './targets/find-mapping'
import { whyOutOfReach } from './targets/unix-mappings'

interface Holding {
  readonly holds: string
  readonly where: string
  readonly tables: readonly string[]
  /** How it falls short, a whole sentence; where `holds` is `partial`. */
  readonly note?: string
}

const HELD: Readonly<Record<string, Readonly<Record<Target, Holding>>>> = logsources

const LIST = new Intl.ListFormat('en-GB')

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
  'no pipe schema': 'it has no schema for named pipes',
  'no script-block schema': 'it has no schema for script blocks',
  'no ASIM image-load schema': 'it has no schema for loaded images',
  'no server-side HTTP log': 'it has no log of a web server',
  'text logs not collected by MDE': 'Microsoft Defender for Endpoint does not collect logs of text',
  'Sysmon 2 (creation time changed) not normalised': 'its parsers leave Sysmon event 2 out',
  'Sysmon 15 not normalised': 'its parsers leave Sysmon event 15 out',
  'Sysmon 29 not normalised': 'its parsers leave Sysmon event 29 out',
  'ETW Kernel-File only; no Windows log event':
    "they are in the kernel's own trace (Microsoft-Windows-Kernel-File) and in no Windows log",
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
  const { holds, where, tables, note } = held[target]
  const others = whoElse(held, target)
  if (holds === 'none') return `${title} holds no events of ${name}${reasonOf(where)}.${others}`
  const much = holds === 'full' ? 'the events' : 'a part of the events'
  const place = tables.length === 0 ? '' : ` in ${LIST.format(tables)}`
  const short = note === undefined ? '' : ` ${note}`
  return `${title} holds ${much} of ${name}${place}, but this version does not compile that logsource for it.${short}${others}`
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
  return ` ${LIST.format(some)} ${verb} ${full.length > 0 ? 'these events' : 'a part of these events'}.`
}

/** The key of the data: `windows/file_event/-`. */
function keyOf({ product, category, service }: Logsource): string {
  return [product, category, service].map((part) => part ?? '-').join('/')
}
