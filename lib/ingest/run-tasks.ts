import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Files of one task: enough to outweigh a message between threads, few enough to share out well. */
const TASK = 20
/** Tasks for each thread ahead of the one whose results are due, so that a slow one holds up nobody. */
const AHEAD = 12
/** More threads than this are not worth their 300 MB each. */
const MOST_THREADS = 8

/** Which function of `worker.mjs` runs a task, and how to make a task of some items. */
interface Work<Item, Result> {
  readonly name: 'makeRules' | 'compileFiles'
  readonly task: (items: readonly Item[]) => unknown
  /** The same function, for the few items for which no thread is worth starting. */
  readonly here: (items: readonly Item[]) => Promise<Result[]>
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs work over items in worker threads, one a core, and yields the results of each task in the
 * order of the items. A few items are worked on here. Stops when the signal says so.
 */
export async function* runTasks<Item, Result>(
  items: readonly Item[],
  work: Work<Item, Result>,
): AsyncGenerator<Result[]> {
  const batches = toBatches(items)
  if (batches.length < 2) {
    for (const batch of batches) yield await work.here(batch)
    return
  }
  const threads = Math.min(availableParallelism(), MOST_THREADS, batches.length)
  const stopped = whenAborted(work.signal)
  const pool = await startPool(threads)
  try {
    const running: Promise<Result[]>[] = []
    for (const batch of batches) {
      const task = pool.run(work.task(batch), { name: work.name }) as Promise<Result[]>
      // Reported where it is awaited below; unhandled until then, it would end the process.
      task.catch(() => undefined)
      running.push(task)
      if (running.length > threads * AHEAD) yield await Promise.race([shift(running), stopped])
    }
    while (running.length > 0) yield await Promise.race([shift(running), stopped])
  } finally {
    await pool.destroy()
  }
}

async function startPool(threads: number) {
  const { Piscina } = await import('piscina')
  return new Piscina({
    filename: new URL('./worker.mjs', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    },
  })
}

function toBatches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / TASK)
  return Array.from({ length: count }, (_, index) => items.slice(index * TASK, (index + 1) * TASK))
}

async function shift<T>(running: Promise<T>[]): Promise<T> {
  const first = running.shift()
  if (first === undefined) throw new Error('There is no task to wait for.')
  return first
}

/** Rejects when the signal is given, so that nobody waits for a task that is not wanted any more. */
function whenAborted(signal: AbortSignal | undefined): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  return aborted
}
