export const SITE_NAME = 'Rule Atlas'
export const SITE_DESCRIPTION =
  'Detection rules for Microsoft Sentinel and Defender XDR: Sigma compiled to KQL, checked by ' +
  "Microsoft's own parser, explained and mapped to MITRE ATT&CK."

/** Where the site is on the web, without a slash at the end; null where nobody said. */
export function publicUrl(): string | null {
  const written = process.env.PUBLIC_URL ?? ''
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null
  const url = new URL(written)
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/** `alternates` of a page's metadata. Without a public address nothing is claimed. */
export function canonical(path: string): { canonical: string } | undefined {
  const base = publicUrl()
  return base === null ? undefined : { canonical: base + path }
}
