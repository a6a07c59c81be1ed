import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { createClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import { isSourceRemoved } from '@/lib/catalogue/remove-source'
import { projectRoot } from '@/lib/database/project-root'
import { errorText } from '@/lib/database/system-error'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { STARTER } from '@/lib/importers/sigmahq/known-sources'
import { WAITING } from '../import-progress'

/** What `atlas import --json` prints, as far as it is used here. */
const reportShape = z.object({
  published: z.boolean(),
  created: z.number(),
  updated: z.number(),
  removed: z.number(),
  rejections: z.array(z.object({ path: z.string(), message: z.string() })),
  enrichmentFaults: z.array(z.object({ path: z.string(), message: z.string() })),
})

type Report = z.infer<typeof reportShape>

/** The loading of the starter catalogue, which may go on. */
export interface StarterCatalogue {
  /** Ends it where it still goes on. An import may be ended in any moment. */
  stop(): Promise<void>
}

/**
 * Brings the rules that come with the product into the catalogue; where they are there already this
 * changes nothing, and where somebody removed them (`atlas sources remove`) they stay away. A process of its own does it: compiling keeps one busy, and this one must answer
 * Ctrl-C. Resolves when they are loaded; or, where another import has to end first and readers have
 * something to read meanwhile, at once, and the loading goes on.
 *
 * @throws UserFacingError with what the import said where it failed.
 */
export async function loadStarterCatalogue(
  databaseUrl: string,
  say: (step: string) => void,
  signal: AbortSignal,
): Promise<StarterCatalogue> {
  const state = await readState(databaseUrl)
  if (state.isRemoved) {
    say('The starter catalogue was removed; `atlas import content/rules` brings it back')
    return { stop: async () => {} }
  }
  const stopping = new AbortController()
  const either = AbortSignal.any([signal, stopping.signal])
  const child = startImport(databaseUrl, either)
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const { waiting, complaint } = watchErrors(child)
  const loaded = readReport(child, complaint).then((result) => report(result, say))
  const deferred = waiting.then(async () => {
    say('The starter catalogue waits for another import to end')
    if (!(await readState(databaseUrl)).isPublished) return loaded
    loaded.catch((error: unknown) => {
      if (!either.aborted) say(`Warning: ${errorText(error)}`)
    })
  })
  await Promise.race([loaded, deferred])
  const stop = async () => {
    stopping.abort()
    await closed
  }
  return { stop }
}

type ImportProcess = ReturnType<typeof startImport>

function startImport(databaseUrl: string, signal: AbortSignal) {
  const program = join(projectRoot, 'bin/rule-atlas.mjs')
  const rules = join(projectRoot, 'content/rules')
  return spawn(process.execPath, [program, 'import', rules, '--json', '--allow-removals'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    // An import that was asked to stop would finish what it is at; there is nothing to lose.
    killSignal: 'SIGKILL',
    signal,
  })
}

/** What it says of its steps, and of a failure. */
function watchErrors(child: ImportProcess) {
  let held = ''
  const waiting = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line === WAITING) resolve()
      held += `${line}\n`
    })
  })
  return { waiting, complaint: () => held.trim() }
}

async function readReport(child: ImportProcess, complaint: () => string): Promise<Report> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [status, output] = await Promise.all([ended, text(child.stdout)])
  if (output === '') {
    throw new UserFacingError(
      `The starter catalogue could not be loaded (${status ?? 'killed'}):\n${complaint()}`,
    )
  }
  return reportShape.parse(JSON.parse(output))
}

/** Whether readers have something to read, and whether somebody did not want this catalogue. */
async function readState(databaseUrl: string) {
  const db = createClient(databaseUrl, 1)
  try {
    return {
      isPublished: (await currentVersion(db)) > 0,
      isRemoved: await isSourceRemoved(db, STARTER.name),
    }
  } finally {
    await db.$disconnect()
  }
}

function report(
  { published, created, updated, removed, rejections, enrichmentFaults }: Report,
  say: (step: string) => void,
): void {
  if (published) {
    say(`Starter catalogue: ${created} rules created, ${updated} updated, ${removed} removed`)
  }
  for (const { path, message } of [...rejections, ...enrichmentFaults])
    say(`Warning: ${path}: ${message}`)
}
