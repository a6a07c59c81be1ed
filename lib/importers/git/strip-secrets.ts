/** A URL without password and token; ssh keeps its user name, which is no secret. */
export function stripSecrets(origin: string): string {
  if (!URL.canParse(origin)) return origin.replace(/\/\/[^/@]*@/g, '//')
  const url = new URL(origin)
  url.password = ''
  if (url.protocol !== 'ssh:') url.username = ''
  url.search = ''
  url.hash = ''
  return url.href
}

/** Shorter ones would take ordinary words of the sentence with them. */
const SHORTEST_SECRET = 4

/**
 * A sentence about an address without its secrets, as git may quote it: in part, with a port, beside
 * other addresses. Too much of an address may go, and nothing that stands outside of one but the
 * secrets themselves.
 *
 * @param url the address that git was given
 */
export function stripSecretsOfSentence(sentence: string, url: string): string {
  return secretsOf(url)
    .reduce((text, secret) => text.replaceAll(secret, '…'), sentence)
    .replace(/\b(\w[\w+.-]*:\/\/)(\S*@)/g, (_, scheme: string, user: string) => {
      const name = /^([\w.-]+)(:|@)/.exec(user)?.[1]
      return scheme.toLowerCase() === 'ssh://' && name !== undefined ? `${scheme}${name}@` : scheme
    })
    .replace(/(\w:\/\/[^\s?#'"]*)[?#][^\s'"]+/g, '$1')
}

/** The password, and for https the user name, which can be a token: as written and as meant. */
function secretsOf(url: string): string[] {
  const [, scheme = '', user = '', password = ''] =
    /^(\w+):\/\/([^/:@]*)(?::([^/]*))?@/.exec(url) ?? []
  const written = scheme.toLowerCase() === 'ssh' ? [password] : [password, user]
  return written
    .flatMap((secret) => [secret, decode(secret)])
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
