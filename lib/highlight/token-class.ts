/**
 * Which TextMate scopes get which of our classes; a longer scope wins over a shorter one (TextMate's
 * own rule). A scope in no row is plain and gets no span: pipes, brackets, commas, list dashes and
 * names that the grammar does not know. Marking those would double the weight of a page.
 *
 * Scope names: the `yaml` and `kusto` grammars of tm-grammars, which Shiki carries.
 */
const SCOPES = {
  comment: ['comment', 'punctuation.definition.comment'],
  keyword: ['keyword', 'storage'],
  string: ['string', 'punctuation.definition.string'],
  number: ['constant.numeric'],
  function: ['support.function', 'entity.name.function', 'entity.function.name'],
  constant: ['constant.language', 'constant.character.escape', 'constant.other.timestamp'],
  parameter: ['variable.other.alias', 'entity.name.type.anchor', 'variable.other.kusto'],
  property: ['entity.name.tag', 'variable.other.column', 'punctuation.separator.key-value.mapping'],
} as const satisfies Record<string, readonly string[]>

export type TokenClass = keyof typeof SCOPES

export const TOKEN_CLASSES = Object.keys(SCOPES) as readonly TokenClass[]

const colour = (index: number) => `#${(index + 1).toString(16).padStart(6, '0').toUpperCase()}`

/** The class that a token's "colour" stands for, or null for plain text. */
export function classOfColour(token: string | undefined): TokenClass | null {
  return CLASS_BY_COLOUR.get(token?.toUpperCase() ?? '') ?? null
}

const CLASS_BY_COLOUR = new Map(TOKEN_CLASSES.map((name, index) => [colour(index), name]))

/** A theme for Shiki in which every class of ours is one colour: see {@link classOfColour}. */
export const CLASS_THEME = {
  name: 'token-classes',
  type: 'light' as const,
  fg: '#FFFFFF',
  bg: '#000000',
  settings: TOKEN_CLASSES.map((name, index) => ({
    scope: [...SCOPES[name]],
    settings: { foreground: colour(index) },
  })),
}
