import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ImportError } from '../import-error'

/** The largest bundle that is read, unpacked. MITRE's own have about 50 MB. */
export const LARGEST = 400 * 1024 * 1024
const GZIP = [0x1f, 0x8b]
/** Values that it may hold: a few bytes of text become many of memory. MITRE's have less than one million. */
const MOST_VALUES = 20_000_000

/**
 * Reads a JSON file, gzipped or not: its bytes say which, not its name.
 *
 * @param path the file, as the user gave it
 * @param largest bytes, unpacked
 * @throws ImportError when it cannot be read, is too large or is not JSON
 */
export function readJsonFile(path: string, largest = LARGEST): unknown {
  const bytes = readBytes(path, largest)
  const isPacked = bytes[0] === GZIP[0] && bytes[1] === GZIP[1]
  const unpacked = isPacked ? unpack(path, bytes, largest) : bytes
  if (countValues(unpacked) > MOST_VALUES) throw tooLarge(path, largest)
  const text = unpacked.toString('utf8')
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    // Node quotes the file in its message; where it broke is enough.
    const at = /position (\d+)/.exec(String(error))?.[1]
    const place = at === undefined ? '' : ` (it breaks at character ${Number(at) + 1})`
    throw new ImportError(
      `"${path}" is not valid JSON${place}: expected MITRE's STIX bundle, such as enterprise-attack-18.1.json.`,
    )
  }
}

function readBytes(path: string, largest: number): Buffer {
  let file: number | undefined
  try {
    // A pipe does not make us wait.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new ImportError(`"${path}" is not a file: expected a STIX bundle.`)
    if (stats.size > largest) throw tooLarge(path, largest)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof ImportError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new ImportError(`There is no file "${path}".`)
    throw new ImportError(`"${path}" cannot be read (${code ?? String(error)}).`)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function unpack(path: string, bytes: Buffer, largest: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largest })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path, largest)
    throw new ImportError(`"${path}" is gzip that cannot be unpacked (${code}): fetch it again.`)
  }
}

/** As many values as there are, or more: what opens one or parts two, also within texts. */
function countValues(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) count++
  return count
}

function tooLarge(path: string, largest: number): ImportError {
  const limit = Math.floor(largest / 1024 / 1024)
  return new ImportError(
    `"${path}" has more than ${limit} MB unpacked, or more than ${MOST_VALUES / 1e6} million values: expected MITRE's STIX bundle, which has about 50.`,
  )
}
