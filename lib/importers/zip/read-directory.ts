import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ImportError } from '../import-error'
import { checkCount, checkSizes } from './limits'

/** An archive that is open, with all that it says it holds. */
export interface ZipDirectory {
  readonly zip: ZipFile
  readonly entries: readonly Entry[]
  /** The archive's comment; GitHub writes the commit into it. */
  readonly comment: string
}

/**
 * Opens a zip and reads its directory, not yet any content. The caller closes `zip`.
 *
 * @throws ImportError where it is no zip, is damaged, or would unpack to too much
 */
export async function readDirectory(origin: string, path: string): Promise<ZipDirectory> {
  const zip = await open(origin, path)
  try {
    checkCount(origin, zip.entryCount)
    const entries = await readEntries(origin, zip)
    checkSizes(origin, entries)
    return { zip, entries, comment: Buffer.from(zip.comment).toString('latin1') }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function open(origin: string, path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, {
      autoClose: false,
      // Both are done here, entry by entry: one that is bad should not cost the others.
      decodeStrings: false,
      validateEntrySizes: false,
    })
  } catch (error) {
    throw unusable(origin, error)
  }
}

async function readEntries(origin: string, zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw unusable(origin, error)
  }
  return entries
}

function unusable(origin: string, error: unknown): ImportError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== undefined) return new ImportError(`"${origin}" cannot be read (${code}).`)
  if (/End of central directory record signature not found/.test(message)) {
    return new ImportError(`"${origin}" is not a zip file, or its end is missing: get it again.`)
  }
  // The library's words name offsets and signatures, which help nobody to mend a download.
  return new ImportError(
    `The zip file "${origin}" is damaged or not of a common kind: get it again.`,
  )
}
