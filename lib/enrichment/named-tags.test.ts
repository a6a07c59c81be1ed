import { describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/sigma/parse-rule'
import { nameTags } from './named-tags'

function tagsOf(lines: Readonly<Record<string, string>>) {
  const text = Object.entries({
    title: 'Some Title',
    logsource: '{product: windows}',
    detection: '{s: {A: 1}, condition: s}',
    ...lines,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  return nameTags({ document: parsed.document, predicate: null, queries: [] })
}
const named = (title: string) =>
  tagsOf({ title: JSON.stringify(title) }).map(({ name, kind }) => `${kind} ${name}`)

describe('names of ATT&CK', () => {
  it('come from tags first, as the rule says them', () => {
    const tags = tagsOf({
      tags: '[attack.s0002, attack.g0016, attack.s9999]',
      title: 'Mimikatz Use',
    })
    expect(tags).toEqual([
      { name: 'Mimikatz', kind: 'tool', origin: 'rule', from: 'tags' },
      { name: 'APT29', kind: 'group', origin: 'rule', from: 'tags' },
    ])
  })

  it('are found as whole words, in title and description', () => {
    expect(named('Cobalt Strike Named Pipe')).toEqual(['malware Cobalt Strike'])
    expect(named('CobaltStrike Named Pipe')).toEqual(['malware Cobalt Strike'])
    expect(named('C:\\temp\\mimikatz.exe')).toEqual(['tool Mimikatz'])
    expect(named('Mimikatzen')).toEqual([])
    expect(tagsOf({ description: 'used by Turla' })).toEqual([
      { name: 'Turla', kind: 'group', origin: 'derived', from: 'description' },
    ])
  })

  it('that are ordinary words need company', () => {
    expect(named('Royal Mail Delivery at Ping of Expand in the Empire')).toEqual([])
    expect(named('Play a Donut in Silence')).toEqual([])
    expect(named('HackTool - Donut Use')).toEqual(['tool Donut'])
    expect(named('Royal Ransomware')).toContain('malware Royal')
  })

  it('that are programs of the system count in tags only', () => {
    expect(named('New .NET Framework payload at a Reg backdoor')).toEqual(['behaviour backdoor'])
    expect(tagsOf({ tags: '[attack.s0039]' }).map(({ name }) => name)).toEqual(['Net'])
  })

  it('take the longest', () => {
    expect(named('Baby Shark malware')).toEqual(['malware BabyShark'])
    expect(named('Akira ransomware')).toEqual(['malware Akira', 'behaviour ransomware'])
  })
})

describe('vulnerabilities', () => {
  it('come from tags, title, description and references, each once', () => {
    expect(
      tagsOf({
        tags: '[cve.2021-44228]',
        title: 'Exploit of cve-2021-44228 and CVE_2022_30190',
        references: "['https://nvd.nist.gov/vuln/detail/CVE-2020-0688']",
      }),
    ).toEqual([
      { name: 'CVE-2021-44228', kind: 'cve', origin: 'rule', from: 'tags' },
      { name: 'CVE-2022-30190', kind: 'cve', origin: 'derived', from: 'title' },
      { name: 'CVE-2020-0688', kind: 'cve', origin: 'derived', from: 'references' },
    ])
  })

  it('are not made of other numbers', () => {
    expect(named('CVE-21-1 and XCVE-2021-44228')).toEqual([])
  })
})

it('names a behaviour only where the rule says it', () => {
  expect(named('Possible web shell or back door, no trojan')).toEqual([
    'behaviour backdoor',
    'behaviour webshell',
  ])
  expect(named('Suspicious Outbound SMTP Connections')).toEqual([])
})
