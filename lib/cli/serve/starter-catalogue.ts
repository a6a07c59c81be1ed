import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { projectRoot } from '@/lib/database/project-root'
import { UserFacingError } from '@/lib/database/user-facing-error'

/** What `atlas import --json` prints, as far as it is used here. */
const reportShape = z.object({
  published: z.boolean(),
  created: z.number(),
  updated: z.number(),
  removed: z.number(),
  rejections: z.array(z.object({ path: z.string(), message: z.string() })),
})

/**
 * Brings the rules that come with the product into the catalogue; where they are there already this
 * changes nothing. A process of its own does it: compiling keeps one busy, and this one must answer
 * Ctrl-C. An import may be ended in any moment.
 *
 * @throws UserFacingError with what the import said where it failed.
 */
export async function loadStarterCatalogue(
  databaseUrl: string,
  say: (step: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const program = join(projectRoot, 'bin/rule-atlas.mjs')
  const rules = join(projectRoot, 'content/rules')
  const child = spawn(process.execPath, [program, 'import', rules, '--json', '--allow-removals'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    // An import that was asked to stop would finish what it is at; there is nothing to lose.
    killSignal: 'SIGKILL',
    signal,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [status, output, complaint] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  if (output === '') {
    throw new UserFacingError(
      `The starter catalogue could not be loaded (${status ?? 'killed'}):\n${complaint.trim()}`,
    )
  }
  report(reportShape.parse(JSON.parse(output)), say)
}

function report(
  { published, created, updated, removed, rejections }: z.infer<typeof reportShape>,
  say: (step: string) => void,
): void {
  if (published) {
    say(`Starter catalogue: ${created} rules created, ${updated} updated, ${removed} removed`)
  }
  for (const { path, message } of rejections) say(`Warning: ${path}: ${message}`)
}
