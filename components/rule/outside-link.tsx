import type { ReactNode } from 'react'

/**
 * A link to somebody else's page; what is not http or https is shown as text, since an address
 * out of a rule may be `javascript:` or worse.
 */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isWebAddress(href)) return <span className="wrap-anywhere">{children}</span>
  return (
    <a className="link" href={href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

/** An address that reads like one host and leads to another (`https://a\\@b`) is no link either. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\\]*$/i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}
