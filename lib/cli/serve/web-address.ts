import { setTimeout as sleep } from 'node:timers/promises'
import { tryListen } from '@/lib/database/free-port'
import { UserFacingError } from '@/lib/database/user-facing-error'

/** Where the web app listens. */
export interface WebAddress {
  readonly host: string
  readonly port: number
  /** What to open in a browser on this machine. */
  readonly url: string
}

/** Long enough for an earlier run that is just ending to let go of the port. */
const PATIENCE_MS = 2_000

/**
 * Reads `PORT` (3000) and `HOST` (127.0.0.1).
 *
 * @throws UserFacingError
 */
export function readAddress(environment: NodeJS.ProcessEnv): WebAddress {
  const setting = environment.PORT || '3000'
  const port = /^\d+$/.test(setting) ? Number(setting) : 0
  if (port < 1 || port > 65_535) {
    throw new UserFacingError(`PORT is "${setting}": expected a number from 1 to 65535.`)
  }
  const host = environment.HOST || '127.0.0.1'
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { host, port, url: `http://${name}:${port}` }
}

/**
 * Makes sure that a server can listen there, before anything that takes long.
 *
 * @throws UserFacingError with one line for each kind of refusal.
 */
export async function checkAddress({ host, port }: WebAddress): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  let refusal = await tryListen(port, host)
  while (refusal === 'EADDRINUSE' && Date.now() < deadline) {
    await sleep(100)
    refusal = await tryListen(port, host)
  }
  if (refusal !== null) throw new UserFacingError(explain(refusal, host, port))
}

function explain(refusal: string, host: string, port: number): string {
  switch (refusal) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use by another program: stop that, or choose another port, as in PORT=${port + 1} npm start.`
    case 'EACCES':
      return `This user may not listen on port ${port}: choose one above 1023, as in PORT=3000 npm start.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is "${host}", which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all.`
    default:
      return `The web app cannot listen on port ${port} of ${host} (${refusal}): choose others with PORT and HOST.`
  }
}
