import type { DataFolder } from './data-folder'
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
} from './embedded-postgres'
import { errorText } from './system-error'

/**
 * As `joinEmbeddedPostgres`, for a process that stays: where the server crashes, or is killed, it is
 * started again, on the same port. Where somebody stopped it, it is left as they want it.
 */
export async function joinAndRevive(
  folder: DataFolder,
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'release'>> {
  let current = await joinEmbeddedPostgres(folder, options)
  const { url } = current
  let released = false
  let reviving: Promise<void> = Promise.resolve()

  const watch = () => {
    current.lost.then((how) => {
      if (!released) reviving = how === 'crashed' ? revive() : report()
    })
  }
  const report = async () => {
    options.say?.('The database was stopped by another command: there are no pages without it.')
  }
  const revive = async () => {
    options.say?.('The database ended unexpectedly.')
    try {
      current = await joinEmbeddedPostgres(folder, options)
      if (current.url !== url) options.say?.('Its port was taken: please start Rule Atlas again.')
      else options.say?.('The database is ready again.')
      watch()
    } catch (error) {
      options.say?.(errorText(error))
    }
  }
  watch()
  return {
    url,
    release: async () => {
      released = true
      await reviving
      return current.release()
    },
  }
}
