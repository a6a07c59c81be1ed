import { devNull } from 'node:os'
import { PROTOCOLS } from './git-address'

/**
 * What git runs with: nothing of the user's or the machine's configuration, which could name programs
 * to run; no questions; three transports. Proxies, certificates and ssh keys stay as they are.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(([name]) => !/^(GIT_|SSH_ASKPASS)/.test(name))
  return {
    // The type of an environment asks for this one.
    NODE_ENV: environment.NODE_ENV,
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: PROTOCOLS.join(':'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
  }
}

/** Settings that even an empty configuration leaves open. */
export const GIT_SETTINGS: readonly string[] = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'credential.helper=',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  // Larger objects are streamed, and not held in memory.
  'core.bigFileThreshold=16m',
  'http.followRedirects=initial',
  // A server that says nothing for this long (bytes a second, seconds) is given up.
  'http.lowSpeedLimit=100',
  'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting])
