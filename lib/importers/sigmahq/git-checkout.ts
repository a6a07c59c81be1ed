import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a folder's `.git` says of it. */
export interface GitCheckout {
  /** `owner/repository` at GitHub of the remote "origin"; null where it is elsewhere. */
  readonly repository: string | null
  /** Whether that remote is on some host that is not GitHub. */
  readonly isElsewhere: boolean
  readonly commit: string | null
}

const GITHUB =
  /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i
/** A remote that is a folder of this machine; git puts some values in quotes. */
const LOCAL = /^"?(file:\/\/|[./\\]|[a-z]:[\\/])/i
const COMMIT = /^[0-9a-f]{40,64}$/

/**
 * Reads the remote and the commit of a checkout, or null where the folder is none. Runs no git: a
 * repository's own configuration can make git run programs, and git need not be installed.
 */
export function readGitCheckout(folder: string): GitCheckout | null {
  const head = readLine(join(folder, '.git', 'HEAD'))
  if (head === null) return null
  const remote = readRemote(folder)
  const [, owner, name] = GITHUB.exec(remote) ?? []
  const repository = owner === undefined || name === undefined ? null : `${owner}/${name}`
  const isElsewhere = repository === null && remote !== '' && !LOCAL.test(remote)
  return { repository, isElsewhere, commit: readCommit(folder, head) }
}

/** The address of the remote "origin" as the configuration has it; empty where there is none. */
function readRemote(folder: string): string {
  const config = readText(join(folder, '.git', 'config')) ?? ''
  const section = /^\[remote "origin"\]\s*\n((?:[ \t]+.*\n?)*)/m.exec(config)?.[1] ?? ''
  return /^\s*url\s*=[ \t]*(.*?)\s*$/m.exec(section)?.[1] ?? ''
}

function readCommit(folder: string, head: string): string | null {
  // What a branch may be called is up to git; what leads out of the folder is not followed.
  const reference = /^ref: (refs\/[^\0\\]+)$/.exec(head)?.[1]
  if (reference === undefined) return COMMIT.test(head) ? head : null
  if (reference.includes('..')) return null
  const loose = readLine(join(folder, '.git', reference))
  if (loose !== null) return COMMIT.test(loose) ? loose : null
  const packed = readText(join(folder, '.git', 'packed-refs')) ?? ''
  const line = packed.split('\n').find((row) => row.endsWith(` ${reference}`))
  const commit = line?.split(' ', 1)[0] ?? ''
  return COMMIT.test(commit) ? commit : null
}

function readLine(path: string): string | null {
  return readText(path)?.trim() ?? null
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
