import { stripComments } from './strip-comments'

/** One import in a file. */
export interface Import {
  /** As written: `@/lib/sigma/ast`, `./ast`, `node:fs`. */
  readonly specifier: string
  /** One-based. */
  readonly line: number
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
}

const QUOTED = `(?<quote>['"])(?<specifier>[^'"\\n]+)\\k<quote>`
// With verbatimModuleSyntax `import { type A } from 'x'` still loads x: only a leading `type` counts.
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<=^|;)\\s*import\\s+(?<type>type\\s+(?!from\\b))?[^'"();]*?\\s*\\bfrom\\s*${QUOTED}`,
    'gm',
  ),
  new RegExp(`(?<=^|;)\\s*import\\s*${QUOTED}`, 'gm'),
  new RegExp(
    `(?<=^|;)\\s*export\\s+(?<type>type\\s+)?(?:\\*|\\{)[^'"();=]*?\\bfrom\\s*${QUOTED}`,
    'gm',
  ),
  new RegExp(`\\bimport\\s*\\(\\s*${QUOTED}`, 'g'),
  new RegExp(`\\brequire(?:\\.resolve)?\\s*\\(\\s*${QUOTED}`, 'g'),
  new RegExp(
    `\\bnew\\s+URL\\s*\\(\\s*${QUOTED}(?<=\\.(?:tsx?|m?js)['"])\\s*,\\s*import\\.meta\\.url`,
    'g',
  ),
]

/**
 * Every module that the text of a TypeScript file names: static and dynamic imports, `export … from`,
 * `require`, and the URLs that workers are started from, in the order of the text.
 */
export function scanImports(source: string): readonly Import[] {
  const text = stripComments(source)
  return FORMS.flatMap((form) => [...text.matchAll(form)])
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => {
      const specifier = match.groups?.specifier
      if (specifier === undefined) return []
      const line = text.slice(0, match.index + match[0].length).split('\n').length
      return [{ specifier, line, typeOnly: match.groups?.type !== undefined }]
    })
}
