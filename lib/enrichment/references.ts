import type { Reference } from './enrichment'

type Kind = 'documentation' | 'code' | 'report' | 'advisory' | 'social' | 'sample' | 'other'

/**
 * What is known to be under a host, by its end: `microsoft.com` is every host of Microsoft's. The
 * first that fits wins, so that the narrow ones stand first.
 */
const HOSTS: readonly (readonly [Kind, readonly string[]])[] = [
  [
    'advisory',
    [
      ...['nvd.nist.gov', 'cve.org', 'cve.mitre.org', 'msrc.microsoft.com', 'cisa.gov'],
      ...['portal.msrc.microsoft.com', 'kb.cert.org', 'ncsc.gov.uk', 'cert.ssi.gouv.fr'],
      ...['exploit-db.com', 'psirt.global.sonicwall.com', 'fortiguard.com', 'us-cert.gov'],
      ...['security.paloaltonetworks.com', 'sec.cloudapps.cisco.com', 'cvedetails.com'],
    ],
  ],
  ['sample', ['virustotal.com', 'any.run', 'hybrid-analysis.com', 'tria.ge', 'bazaar.abuse.ch']],
  ['sample', ['joesandbox.com', 'malshare.com', 'urlhaus.abuse.ch', 'analyze.intezer.com']],
  ['social', ['twitter.com', 'x.com', 'linkedin.com', 'reddit.com', 'youtube.com', 'youtu.be']],
  ['social', ['infosec.exchange', 'bsky.app', 'mastodon.social', 't.me', 'facebook.com']],
  [
    'documentation',
    [
      ...[
        'learn.microsoft.com',
        'docs.microsoft.com',
        'support.microsoft.com',
        'msdn.microsoft.com',
      ],
      ...['technet.microsoft.com', 'developer.microsoft.com', 'attack.mitre.org', 'ss64.com'],
      ...['lolbas-project.github.io', 'gtfobins.github.io', 'hijacklibs.net', 'loldrivers.io'],
      ...['docs.aws.amazon.com', 'cloud.google.com', 'developers.google.com', 'support.google.com'],
      ...['developer.okta.com', 'help.okta.com', 'docs.github.com', 'kubernetes.io', 'man7.org'],
      ...['linux.die.net', 'readthedocs.io', 'readthedocs.org', 'ietf.org', 'rfc-editor.org'],
      ...['confluence.atlassian.com', 'support.atlassian.com', 'threathunterplaybook.com'],
      ...['admx.help', 'wikipedia.org', 'docs.oracle.com', 'docs.python.org', 'strontic.github.io'],
      ...['persistence-info.github.io', 'ultimatewindowssecurity.com', 'docs.splunk.com'],
      ...['developer.apple.com', 'support.apple.com', 'manpages.ubuntu.com', 'nist.gov'],
    ],
  ],
  ['code', ['github.com', 'githubusercontent.com', 'gitlab.com', 'bitbucket.org', 'pastebin.com']],
  ['code', ['npmjs.com', 'pypi.org', 'codeberg.org', 'sourceforge.net', 'huggingface.co']],
]

/** A path that says more than the host: a vendor's own advisories, pages of a manual. */
const PATHS: readonly (readonly [Kind, RegExp])[] = [
  [
    'advisory',
    /\/(security-)?(advisor(y|ies)|ghsa-[\w-]+|security-bulletins?|update-guide)(\/|$)/i,
  ],
  ['advisory', /\bcve-\d{4}-\d{4,}\b/i],
  ['documentation', /\/(docs?|documentation|guides?|manual|man|reference|wiki)\//i],
  ['report', /\/(blogs?|research|threat-intelligence|threat-research|posts?|labs)(\/|$)/i],
]

const DOCUMENTATION_HOST = /^(docs?|developers?|help|support|wiki|kb|man|documentation)\./
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(https?:\/\/.*)$/i

/**
 * All references of a rule in its order, each as written, and what it is likely to be, by its host
 * and path. What is no `http:` or `https:` address is kept, as `other`: it is shown as text.
 */
export function describeReferences(references: readonly string[]): readonly Reference[] {
  return references.map((url) => ({ url, kind: kindOf(url), origin: 'rule' }))
}

function kindOf(text: string): Kind {
  const address = webAddress(ARCHIVED.exec(text.trim())?.[1] ?? text.trim())
  if (address === null) return 'other'
  const { hostname, pathname } = address
  const host = hostname.replace(/^www\./, '')
  const known = HOSTS.find(([, hosts]) => hosts.some((end) => isUnder(host, end)))?.[0]
  // Code about a vulnerability stays code: what is behind it is a program, not an advisory.
  if (known === 'code') return /\/security\/advisories(\/|$)/i.test(pathname) ? 'advisory' : 'code'
  // A maker's blog stands beside its manual: cloud.google.com/blog.
  if (known === 'documentation' && /\/blogs?\//i.test(pathname)) return 'report'
  if (known !== undefined) return known
  const told = PATHS.find(([, pattern]) => pattern.test(pathname))?.[0]
  if (told !== undefined) return told
  if (DOCUMENTATION_HOST.test(host)) return 'documentation'
  return pathname.length > 1 ? 'report' : 'other'
}

function webAddress(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  return new URL(text)
}

function isUnder(host: string, end: string): boolean {
  return host === end || host.endsWith(`.${end}`)
}
