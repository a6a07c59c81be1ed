import { openDatabase } from '@/lib/database/connect'
import { buildApp } from './serve/build-app'
import { listenForStop } from './serve/listen-for-stop'
import { loadStarterCatalogue } from './serve/starter-catalogue'
import { checkAddress, readAddress } from './serve/web-address'
import { startWebServer } from './serve/web-server'
import { UsageError } from './usage-error'

/**
 * `npm start`: database, migrations, starter catalogue, build, web app, each step said, the URL last.
 * Stays until it is asked to end, then ends what it started, the last thing first.
 *
 * @returns 0 where it was asked to end, 1 where the web app ended by itself.
 */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown !== undefined) throw new UsageError(`Unexpected argument "${unknown}".`)
  const mode = args.includes('--dev') ? 'dev' : 'start'
  const address = readAddress(process.env)
  await checkAddress(address)

  const stop = listenForStop()
  const cleanUp: (() => Promise<void>)[] = [async () => stop.forget()]
  try {
    const { signal } = stop
    const database = await openDatabase({ say, stopOnSignal: false, revive: true })
    cleanUp.push(database.stop)
    signal.throwIfAborted()
    say(database.embedded ? 'The database is ready' : 'The database of DATABASE_URL is ready')
    const [server] = await together(signal, [
      async (either) => {
        if (mode === 'start') await buildApp({ say, signal: either })
        const started = await startWebServer(mode, address, database.url, either)
        cleanUp.push(started.stop)
        return started
      },
      async (either) => {
        cleanUp.push((await loadStarterCatalogue(database.url, say, either)).stop)
      },
    ])
    signal.throwIfAborted()
    say(`Rule Atlas is at ${address.url}`)
    const ended = await Promise.race([server.ended, stop.requested])
    if (signal.aborted) return 0
    console.error(ended)
    return 1
  } catch (error) {
    if (stop.signal.aborted) return 0
    throw error
  } finally {
    if (stop.signal.aborted) say('Stopping')
    await runAll(cleanUp.reverse())
  }
}

type Task<T> = (signal: AbortSignal) => Promise<T>

/** Runs two tasks at the same time; where one fails, stops the other and waits for its end. */
async function together<A, B>(
  signal: AbortSignal,
  [first, second]: readonly [Task<A>, Task<B>],
): Promise<[A, B]> {
  const failure = new AbortController()
  const either = AbortSignal.any([signal, failure.signal])
  const running = [first(either), second(either)] as const
  try {
    return await Promise.all(running)
  } catch (error) {
    failure.abort()
    await Promise.allSettled(running)
    throw error
  }
}

/** One thing that cannot be ended does not keep the others from being ended. */
async function runAll(actions: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const action of actions) await action().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

function say(step: string): void {
  console.log(step)
}
