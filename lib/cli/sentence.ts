/** What an error of Node's argument parser says, as a sentence of its own. */
export function sentence(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.)\s/)
  return first.endsWith('.') ? first : `${first}.`
}
