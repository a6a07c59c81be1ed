import events from '@/content/data-sources/security-events.json'

const { Minimal, Common } = events.sets
const POLICIES: readonly (readonly [string, readonly number[]])[] = Object.entries(events.policies)

/** More than these are no sentence any more. */
const MOST = 6

/**
 * What the Security channel needs for the events of a rule, in place of the general facts of
 * content/data-sources that say the same of no event in particular. Empty where nothing is known.
 *
 * @param ids the event IDs that the rule reads
 */
export function securityFacts(ids: readonly number[]): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, readonly string[]>()
  if (ids.length === 0 || ids.length > MOST) return facts
  const auditing = [...auditPolicies(ids), ...accessLists(ids)]
  if (auditing.length > 0) facts.set('audit-policy-named', auditing)
  facts.set('event-set-named', [eventSet(ids)])
  return facts
}

/** Advanced audit policies, by the page that Microsoft has for each event. */
function auditPolicies(ids: readonly number[]): readonly string[] {
  const needed = POLICIES.flatMap(([policy, written]) => {
    const own = ids.filter((id) => written.includes(id))
    return own.length === 0 ? [] : [{ policy, own }]
  })
  return needed.map(
    ({ policy, own }) => `The audit policy “${policy}” is on, so that Windows writes ${name(own)}.`,
  )
}

function accessLists(ids: readonly number[]): readonly string[] {
  const own = ids.filter((id) => events.objects.includes(id))
  if (own.length === 0) return []
  return [
    `The objects have a system access control list (SACL), and their kind of object is audited; otherwise Windows does not write ${name(own)}.`,
  ]
}

function eventSet(ids: readonly number[]): string {
  const holds = `The connector’s event set holds ${name(ids)}`
  if (ids.every((id) => Minimal.includes(id))) return `${holds}, as Minimal, Common and All do.`
  const missing = ids.filter((id) => !Common.includes(id))
  if (missing.length === 0) return `${holds}, as Common and All do and Minimal does not.`
  return missing.length === ids.length
    ? `${holds}, as All does and Common does not.`
    : `${holds}, as All does; Common lacks ${name(missing)}.`
}

function name(ids: readonly number[]): string {
  if (ids.length < 2) return `event ${ids.join('')}`
  return `events ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`
}
