import type { LanguageRegistration } from 'shiki/core'
import kusto from 'shiki/langs/kusto.mjs'

/**
 * In a verbatim literal (`@"C:\Temp\"`) a backslash is a backslash and a doubled quote a quote
 * (https://learn.microsoft.com/kusto/query/scalar-data-types/string). The grammar takes `\"` for an
 * escape there and colours on past the end, so these rules go before its own.
 */
function verbatim(quote: string, name: string) {
  return {
    begin: `@${quote}`,
    end: `${quote}(?!${quote})`,
    name,
    patterns: [{ match: quote + quote }],
  }
}

/** Shiki's grammar for Kusto, mended for verbatim string literals. */
export const KUSTO: LanguageRegistration[] = kusto.map((grammar) => ({
  ...grammar,
  repository: {
    ...grammar.repository,
    Strings: {
      patterns: [
        verbatim('"', 'string.quoted.double.kusto'),
        verbatim("'", 'string.quoted.single.kusto'),
        ...(grammar.repository?.Strings?.patterns ?? []),
      ],
    },
  },
}))
