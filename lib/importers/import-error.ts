/** There is nothing to import, or nowhere to import it from: the message is one line for the user. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
