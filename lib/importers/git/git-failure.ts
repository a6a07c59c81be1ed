import { ImportError } from '../import-error'
import type { GitAddress } from './git-address'
import { stripSecretsOfSentence } from './strip-secrets'

/** What git says, in the C locale, and what it means for whoever gave the address. */
const MEANINGS: readonly { readonly sign: RegExp; readonly says: string }[] = [
  {
    sign: /Remote branch .* not found/i,
    says: 'has no branch of that name: look at its branches and give another --branch',
  },
  {
    sign: /Authentication failed|could not read (Username|Password)|terminal prompts disabled|Permission denied \(|error: 40[13]|HTTP Basic/i,
    says: 'asks who you are, or does not exist: check the address, or clone it yourself and give the folder',
  },
  {
    sign: /Host key verification failed/i,
    says: 'is on a host that ssh does not know yet: connect to it once by ssh and accept its key',
  },
  {
    sign: /dubious ownership/i,
    says: 'belongs to another user of this machine: clone it as that user and give the folder',
  },
  {
    sign: /Could not resolve host|Name or service not known|nodename nor servname|Temporary failure in name resolution/i,
    says: 'is on a host whose name is not known: check the address and your network',
  },
  {
    sign: /Connection (refused|timed out|reset)|Failed to connect|Network is unreachable|No route to host|Operation (timed out|too slow)|Couldn't connect/i,
    says: 'cannot be reached: check the address and your network',
  },
  { sign: /SSL|certificate/i, says: 'has a certificate that is not trusted' },
  {
    sign: /does not appear to be a git repository|not a git repository|repository .* (not found|does not exist)|not found|not valid: is this a git repository|error: 404/i,
    says: 'holds no git repository, or one that this user may not read',
  },
  { sign: /No space left on device/i, says: 'does not fit on the disk' },
  {
    sign: /ssh.*(No such file|not found)|cannot run ssh/i,
    says: 'needs ssh, which is not installed',
  },
]

/**
 * One line for the user in place of what git said.
 *
 * @param output git's standard error
 */
export function gitFailure({ url, shown }: GitAddress, output: string): ImportError {
  const known = MEANINGS.find(({ sign }) => sign.test(output))
  if (known !== undefined) return new ImportError(`The repository "${shown}" ${known.says}.`)
  const lines = output.split(/[\r\n]+/).filter((line) => /^(fatal|error):/.test(line))
  const sentence = (lines.at(-1) ?? 'it gave no reason').replaceAll(url, shown)
  const said = stripSecretsOfSentence(sentence, url).replace(/\.$/, '')
  return new ImportError(`The repository "${shown}" could not be cloned; git says: ${said}.`)
}
