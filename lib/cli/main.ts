import { databaseFailure } from '@/lib/database/database-failure'
import { ensureClient } from '@/lib/database/generate-client'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { COMMANDS } from './commands'
import { UsageError } from './usage-error'

/**
 * Runs one command.
 *
 * @param args what follows the program's name.
 * @returns the exit code: 0, 1 where it could not be done, 2 where it was asked for wrongly.
 */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    console.error(`There is no command "${name}". ${help()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`rule-atlas ${command.usage}\n  ${command.summary}`)
    return 0
  }
  try {
    if (command.needsClient) await ensureClient()
    const run = await command.load()
    return await run(rest)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} Usage: rule-atlas ${command.usage}`)
      return 2
    }
    const message = sentenceFor(error)
    if (message === null) throw error
    console.error(message)
    return 1
  }
}

/** One line for what the owner of the machine can mend; null for a fault of ours. */
function sentenceFor(error: unknown): string | null {
  const known = error instanceof UserFacingError ? error : databaseFailure(error)
  if (known !== null) return known.message
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  if (error.code !== 'EACCES' && error.code !== 'EPERM') return null
  return `This user may not use "${error.path}": run the command as the user who started Rule Atlas, or set ATLAS_DATA_DIR to a folder of your own.`
}

function help(): string {
  const commands = Object.values(COMMANDS).map(
    ({ usage, summary }) => `  ${usage}\n      ${summary}`,
  )
  return `Usage: rule-atlas <command>\n\n${commands.join('\n')}`
}
