/**
 * What the rule page says of a rule that has no stored enrichment: derived from the logsource and the
 * list of false positives alone, where `deriveHypothesis` and `guideFalsePositives` read the rule.
 */
export interface HypothesisFacts {
  readonly product: string | null
  readonly category: string | null
  readonly service: string | null
  /** Techniques by id and name, tactics by name; empty where the rule names none. */
  readonly techniques: readonly { readonly id: string; readonly name: string | null }[]
  readonly tactics: readonly string[]
}

/** What a machine records, for logsource categories that are read often (Sigma taxonomy appendix). */
const RECORDED: Readonly<Record<string, string>> = {
  process_creation: 'the processes that are started',
  network_connection: 'the network connections that processes open',
  file_event: 'the files that are created',
  file_access: 'the files that are opened',
  file_delete: 'the files that are deleted',
  file_rename: 'the files that are renamed',
  registry_event: 'the registry changes',
  registry_set: 'the registry values that are set',
  registry_add: 'the registry keys that are added',
  registry_delete: 'the registry keys that are deleted',
  image_load: 'the libraries that processes load',
  driver_load: 'the drivers that are loaded',
  dns_query: 'the names that processes look up',
  dns: 'the names that are looked up',
  process_access: 'the access of processes to each other',
  create_remote_thread: 'the threads that processes start in each other',
  pipe_created: 'the named pipes that are created',
  ps_script: 'the PowerShell script blocks that run',
  ps_module: 'the PowerShell commands that run',
  proxy: 'the web requests that pass the proxy',
  webserver: 'the requests that web servers answer',
  firewall: 'the connections that the firewall sees',
}

/**
 * One sentence that says what to look for and where, out of the rule's logsource and techniques.
 * It adds nothing that these do not say, and is no substitute for the author's description.
 */
export function hypothesisOfLogsource(facts: HypothesisFacts): string {
  const where = place(facts)
  const why = aim(facts)
  return why === null
    ? `If what this rule describes has happened, ${where} show it.`
    : `If an attacker uses ${why}, ${where} show the traces that this rule describes.`
}

function place({ product, category, service }: HypothesisFacts): string {
  const recorded =
    category !== null && Object.hasOwn(RECORDED, category) ? RECORDED[category] : undefined
  const on = product === null ? '' : ` on ${productName(product)}`
  if (recorded !== undefined) return `${recorded}${on}`
  const log = [category, service].filter((part) => part !== null).join(' ')
  return log === '' ? `the events${on}` : `the “${log}” events${on}`
}

function aim({ techniques, tactics }: HypothesisFacts): string | null {
  const named = techniques.map(({ id, name }) => (name === null ? id : `${name} (${id})`))
  const purpose = tactics.length === 0 ? '' : ` for ${list(tactics, 'and')}`
  if (named.length > 0) return `${list(named, 'or')}${purpose}`
  return tactics.length === 0 ? null : `a technique${purpose}`
}

function list(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

const PRODUCTS: Readonly<Record<string, string>> = {
  windows: 'Windows',
  linux: 'Linux',
  macos: 'macOS',
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  m365: 'Microsoft 365',
  okta: 'Okta',
  github: 'GitHub',
}

function productName(product: string): string {
  return (Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product] : undefined) ?? `“${product}”`
}

const SAYS_NOTHING = /^(unknown|unlikely|none|n\/a|-)\.?$/i

/**
 * What to do about false positives where the rule's own list does not say: it is empty, or holds
 * only words such as “Unknown”. Null where the author's list speaks for itself.
 *
 * @param hasQuery whether some target has a query that one could try
 */
export function guideWithoutRule(entries: readonly string[], hasQuery: boolean): string | null {
  if (entries.length === 0) {
    return `The rule's author lists no false positives. That is not the same as there being none${
      hasQuery
        ? ': run the query over the last 30 days of your own data and look at what it finds before it may raise an alert.'
        : '.'
    }`
  }
  if (entries.every((entry) => SAYS_NOTHING.test(entry.trim()))) {
    return `The rule's author knew of no benign cause.${
      hasQuery
        ? ' Run the query over the last 30 days of your own data first; software that is usual only at your site would show up there.'
        : ''
    }`
  }
  return null
}
