/** Files and folders of one source, read or not: SigmaHQ has some 5,000. */
export const MOST_ENTRIES = 100_000
/** What all of a source may come to, read or not (1 GiB): SigmaHQ comes to 30 MB. */
export const LARGEST_TOTAL = 2 ** 30
/** What its rules may come to (256 MiB). */
export const LARGEST_RULES = 256 * 2 ** 20

/** A number of bytes for a message. */
export function inMegabytes(bytes: number): string {
  return `${new Intl.NumberFormat('en').format(Math.ceil(bytes / 2 ** 20))} MiB`
}
