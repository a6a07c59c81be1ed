import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/**
 * An entry's bytes. Unpacking stops with the first byte over what the archive's directory says, so
 * that a directory that lies costs no memory; the checksum tells what else is wrong.
 *
 * @throws Error saying what is wrong with the entry's data
 */
export async function inflateEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    length += bytes.length
    if (length > entry.uncompressedSize) {
      throw new Error(`it unpacks to more than the ${entry.uncompressedSize} bytes that it names`)
    }
    chunks.push(bytes)
  }
  const bytes = Buffer.concat(chunks, length)
  if (length < entry.uncompressedSize) {
    throw new Error(`it unpacks to ${length} of the ${entry.uncompressedSize} bytes that it names`)
  }
  if (crc32(bytes) !== entry.crc32) throw new Error('its checksum is wrong')
  return bytes
}
