import { describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { resolve } from '@/lib/sigma/resolve'
import { deriveHypothesis } from './hypothesis'
import { judgeSentences } from './judge-sentences'

/** Of a rule with these lines in place of the usual ones. */
function hypothesisOf(lines: Readonly<Record<string, string>>): string {
  const text = Object.entries({
    title: 'Some Title',
    logsource: '{product: windows, category: process_creation}',
    detection: '{s: {Image|endswith: \\a.exe}, condition: s}',
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const resolved = parsed.document.kind === 'rule' ? resolve(parsed.document) : null
  const predicate = resolved?.ok === true ? resolved.predicate : null
  const hypothesis = deriveHypothesis({ document: parsed.document, predicate, queries: [] })
  expect(hypothesis.origin).toBe('derived')
  expect(judgeSentences(hypothesis.text)).toBeNull()
  return hypothesis.text
}

const PROCESS = 'The rule looks for process starts on Windows where the process is a.exe.'

describe('what it looks for', () => {
  it('is said of the log', () => {
    expect(hypothesisOf({})).toBe(PROCESS)
    expect(hypothesisOf({ logsource: '{product: linux, service: auditd}' })).toMatch(
      /^The rule looks for auditd records on Linux where/,
    )
    expect(hypothesisOf({ logsource: '{product: aws, service: cloudtrail}' })).toMatch(
      /for API calls in AWS CloudTrail where/,
    )
  })

  it('is whole for a logsource of nobody', () => {
    expect(hypothesisOf({ logsource: '{product: acme, service: "x”y"}' })).toMatch(
      /looks for “x\\u\{201d\}y” events on “acme” where/,
    )
    expect(hypothesisOf({ logsource: '{category: constructor}' })).toMatch(
      /looks for “constructor” events where/,
    )
    expect(hypothesisOf({ logsource: '{product: windows, service: new}' })).toMatch(
      /looks for events on Windows \(“new”\) where/,
    )
  })

  it('tells what is left out apart', () => {
    const detection =
      '{s: {Image|endswith: \\a.exe}, f1: {User: x}, f2: {User: y, A: 1}, condition: s and not 1 of f*}'
    expect(hypothesisOf({ detection })).toBe(
      `${PROCESS} The rule leaves out events where the user is “x”, or where the user is “y” and the field A is 1.`,
    )
  })

  it('knows a rule that only leaves out', () => {
    const detection = '{f: {User: x}, condition: not f}'
    expect(hypothesisOf({ detection })).toBe(
      'The rule looks for all process starts on Windows, and leaves out events where the user is “x”.',
    )
  })

  it('says that events are counted, where the rule counts them', () => {
    const detection = '{s: {EventID: 1}, timeframe: 5m, condition: "s | count() by User > 5"}'
    expect(hypothesisOf({ detection })).toContain(
      'where the event ID is 1, and then counts them by “count() by User > 5” within “5m”.',
    )
  })

  it('counts conditions that are too many to be said', () => {
    const searches = Array.from({ length: 40 }, (_, i) => {
      const value = 'v'.repeat(60)
      return `s${i}: {Field${i}|contains|all: [${value}a, ${value}b], Other${i}: [${value}c, ${value}d]}`
    })
    const text = hypothesisOf({ detection: `{${searches.join(', ')}, condition: all of s*}` })
    expect(text.length).toBeLessThan(600)
    expect(text).toMatch(/ further conditions hold\.$|combination of 160 conditions/)
  })

  it('does not pretend to understand what cannot be resolved', () => {
    const detection = '{s: {Image|nonsense: x}, condition: s}'
    expect(hypothesisOf({ detection })).toBe(
      'The rule looks at process starts on Windows; what it asks for cannot be resolved, and its title is “Some Title”.',
    )
  })
})

describe('what it means', () => {
  it('names technique and tactic, and joins them only where they belong together', () => {
    expect(hypothesisOf({ tags: '[attack.exfiltration, attack.t1567.002]' })).toBe(
      `${PROCESS} In ATT&CK that fits Exfiltration to Cloud Storage (T1567.002), a technique for Exfiltration.`,
    )
    expect(hypothesisOf({ tags: '[attack.impact, attack.t1567.002]' })).toMatch(
      /fits Exfiltration to Cloud Storage \(T1567\.002\), and the tactic Impact\.$/,
    )
    expect(hypothesisOf({ tags: '[attack.impact]' })).toMatch(/that fits the tactic Impact\.$/)
    expect(hypothesisOf({ tags: '[attack.t9999]' })).toMatch(/that fits T9999\.$/)
  })

  it("quotes the author's first whole sentence, never a part of one", () => {
    const description = '"Detects a tool, e.g. Foo. Then it says more."'
    expect(hypothesisOf({ description })).toBe(
      `${PROCESS} Its author writes: “Detects a tool, e.g. Foo”.`,
    )
    const long = `"${'many words '.repeat(60)}end."`
    expect(hypothesisOf({ description: long })).toBe(PROCESS)
    expect(hypothesisOf({ description: '"It uses “quotes” and\\n\\na list."' })).toBe(
      `${PROCESS} Its author writes: “It uses "quotes" and”.`,
    )
  })
})

describe('documents that are no single rule', () => {
  it('says what a correlation does', () => {
    const correlation =
      '{type: event_count, rules: [a, b], group-by: [u], timespan: 1h, condition: {gte: 5}}'
    const parsed = parseRule(`title: t\ncorrelation: ${correlation}`)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
    expect(deriveHypothesis({ document: parsed.document, predicate: null, queries: [] }).text).toBe(
      'This is a correlation of the type “event_count”: it counts the events that are found by 2 other rules.',
    )
  })

  it('says what a filter does', () => {
    const text = [
      'title: t',
      'logsource: {product: windows, category: process_creation}',
      'filter: {rules: [a], s: {User: x}, condition: not s}',
    ].join('\n')
    const parsed = parseRule(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
    expect(deriveHypothesis({ document: parsed.document, predicate: null, queries: [] }).text).toBe(
      'This is a filter: it takes process starts on Windows out of what one other rule would find, and finds nothing by itself.',
    )
  })
})
