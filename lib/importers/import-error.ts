/** There is nothing to import, or nowhere to import it from: the message is one line for the user. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}

/** The source could be read, and no file in it is a rule. */
export function noRules(origin: string): ImportError {
  return new ImportError(
    `There are no rule files in "${origin}": expected .yml files, under rules*/ or anywhere in it.`,
  )
}
