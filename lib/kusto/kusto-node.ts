/**
 * Microsoft's syntax tree as plain, immutable objects: named parts, lists as arrays, separators gone.
 *
 * Kinds and part names are Microsoft's own (`BinaryExpression` is spread over kinds such as
 * `EqualExpression` with the parts `Left`, `Operator`, `Right`). Beware the names: `in` is
 * `InExpression` and `in~` is `InCsExpression`; go by the text of the part `Operator`.
 */
export interface KustoNode {
  readonly kind: string
  /** The source text, without surrounding blanks and comments. */
  readonly text: string
  /** Offset of the text in the query. */
  readonly start: number
  /** Literal tokens only: a string decoded, `time(1.02:03)` as `1.02:03`, `int(null)` as `null`. */
  readonly value?: string
  readonly parts: Readonly<Record<string, KustoNode | readonly KustoNode[]>>
}

/** The one part of that name, or undefined where the source left it out. */
export function findPart(node: KustoNode, name: string): KustoNode | undefined {
  const part = node.parts[name]
  if (part === undefined) return undefined
  if (isList(part)) throw new Error(`Part ${name} of ${node.kind} is a list.`)
  return part
}

/** The one part of that name; its absence is a bug of the caller. */
export function getPart(node: KustoNode, name: string): KustoNode {
  const part = findPart(node, name)
  if (part === undefined) throw new Error(`${node.kind} has no part ${name}.`)
  return part
}

/** The list of that name; empty where the source left it out. */
export function getParts(node: KustoNode, name: string): readonly KustoNode[] {
  const part = node.parts[name]
  if (part === undefined) return []
  return isList(part) ? part : [part]
}

function isList(part: KustoNode | readonly KustoNode[]): part is readonly KustoNode[] {
  return Array.isArray(part)
}
