/**
 * Where a source was read from, if that is on the web: a server's own paths are nobody's business.
 * Null elsewhere; never with a user name, a password or a token.
 */
export function webAddress(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null
  const address = new URL(origin)
  address.username = ''
  address.password = ''
  address.search = ''
  address.hash = ''
  return address.href
}
