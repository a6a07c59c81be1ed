import { ImportError } from '../import-error'
import { stripSecrets } from './strip-secrets'

/** Where a repository is. */
export interface GitAddress {
  /** What git is given: with the user name and password, where the user gave any. */
  readonly url: string
  /** The same for people and for the database: no password, no token. */
  readonly shown: string
  /** What to call the source where the repository does not say. */
  readonly name: string
}

/** Transports that prove whom they speak to, and files. GIT_ALLOW_PROTOCOL holds git to the same. */
export const PROTOCOLS = ['https', 'ssh', 'file'] as const

/** `user@host:path`, as ssh's own copy program writes it. */
const SCP = /^([\w.-]+)@([\w.-]+):(?!\/\/)(.+)$/

/** Whether a text can only be meant as the address of a repository: one of these or a refused one. */
export function isGitAddress(origin: string): boolean {
  return origin.startsWith('-') || /^[\w+.-]+:(\/\/|:)/.test(origin) || SCP.test(origin)
}

/**
 * Reads the address of a repository.
 *
 * @throws ImportError where git could take it for something else (an option, a program to run), or
 * where whoever sits between could change what is sent
 */
export function parseGitAddress(origin: string): GitAddress {
  if (origin.startsWith('-')) {
    throw new ImportError(`"${origin}" begins with "-", so it is no address of a repository.`)
  }
  const scp = SCP.exec(origin)
  return scp === null ? parseUrl(origin) : parseScp(origin, scp)
}

function parseScp(origin: string, [, user = '', host = '', path = '']: readonly string[]) {
  if (user.startsWith('-') || host.startsWith('-')) throw refuse(origin, 'its host is an option')
  return { url: origin, shown: origin, name: nameOf(path, true) }
}

function parseUrl(origin: string): GitAddress {
  const scheme = /^([\w+.-]+):/.exec(origin)?.[1]?.toLowerCase() ?? ''
  if (!PROTOCOLS.some((protocol) => protocol === scheme) || !/^\w+:\/\//.test(origin)) {
    throw refuse(stripSecrets(origin), `"${scheme}" is not read; expected https, ssh or file`)
  }
  if (!URL.canParse(origin)) throw refuse(stripSecrets(origin), 'it is not a URL')
  const url = new URL(origin)
  const shown = stripSecrets(origin)
  if (/^-|^%2d/i.test(url.hostname) || /^-|^%2d/i.test(url.username)) {
    throw refuse(shown, 'its host is an option')
  }
  if (scheme === 'file' && url.hostname !== '') {
    throw refuse(shown, 'a file address has three slashes and a whole path: file:///srv/rules')
  }
  if (scheme !== 'file' && url.pathname.length < 2) throw refuse(shown, 'it names no repository')
  if (/\.zip$/i.test(url.pathname) && scheme === 'https') {
    throw refuse(shown, 'it is a zip on the web: download it and give the file')
  }
  // Git knows its transports in lower case only.
  const address = origin.replace(/^\w+:/, (written) => written.toLowerCase())
  return { url: address, shown, name: nameOf(url.pathname, scheme !== 'file') }
}

/** `owner/repository` on a server, the folder's name on a disk. */
function nameOf(path: string, withOwner: boolean): string {
  const parts = decode(path)
    .replace(/(\/?\.git)?\/*$/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '~')
  const name = parts.slice(withOwner ? -2 : -1).join('/')
  return name.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').slice(0, 80) || 'repository'
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function refuse(shown: string, reason: string): ImportError {
  return new ImportError(`"${shown}" is not read as a repository: ${reason}.`)
}
