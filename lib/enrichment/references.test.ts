import { expect, it } from 'vitest'
import { describeReferences } from './references'

const kind = (url: string) => describeReferences([url])[0]?.kind

it('loses and changes nothing', () => {
  const urls = ['https://a.example/x', 'https://a.example/x', ' javascript:alert(1)', '']
  expect(describeReferences(urls).map(({ url }) => url)).toEqual(urls)
  expect(describeReferences(urls).every(({ origin }) => origin === 'rule')).toBe(true)
})

it('tells by the host', () => {
  expect(kind('https://learn.microsoft.com/en-us/x')).toBe('documentation')
  expect(kind('https://cloud.google.com/blog/topics/x')).toBe('report')
  expect(kind('https://vendor.example/guide/en/x')).toBe('documentation')
  expect(kind('https://attack.mitre.org/techniques/T1048/')).toBe('documentation')
  expect(kind('https://github.com/a/b/blob/main/cve-2021-44228.py')).toBe('code')
  expect(kind('https://gist.github.com/a/1')).toBe('code')
  expect(kind('https://nvd.nist.gov/vuln/detail/CVE-2021-44228')).toBe('advisory')
  expect(kind('https://msrc.microsoft.com/update-guide/x')).toBe('advisory')
  expect(kind('https://twitter.com/a/status/1')).toBe('social')
  expect(kind('https://www.virustotal.com/gui/file/1')).toBe('sample')
  expect(kind('https://thedfirreport.com/2021/01/01/x/')).toBe('report')
  expect(kind('https://vendor.example/advisories/7')).toBe('advisory')
  expect(kind('https://github.com/a/b/security/advisories/GHSA-1')).toBe('advisory')
})

it('looks through an archive', () => {
  expect(kind('https://web.archive.org/web/2020/https://docs.microsoft.com/x')).toBe(
    'documentation',
  )
})

it('takes a look-alike host for what it is', () => {
  expect(kind('https://evil-github.com/a')).toBe('report')
  expect(kind('https://github.com.evil.example/a')).toBe('report')
  expect(kind('https://x@github.com:1@evil.example/a')).not.toBe('code')
})

it('makes nothing of what is no web address', () => {
  expect(kind('javascript:alert(1)//https://github.com')).toBe('other')
  expect(kind('Internal research')).toBe('other')
  expect(kind('ftp://github.com/x')).toBe('other')
  expect(kind('https://')).toBe('other')
  expect(kind('')).toBe('other')
})
