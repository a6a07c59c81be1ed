const SAYS_NOTHING = /^(unknown|unlikely|none|n\/a|-)\.?$/i

/**
 * What to do about false positives where the rule's own list does not say: it is empty, or holds
 * only words such as “Unknown”. Null where the author's list speaks for itself.
 *
 * @param hasQuery whether some target has a query that one could try
 */
export function guideFalsePositives(entries: readonly string[], hasQuery: boolean): string | null {
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
