import { findPart, getPart, getParts, type KustoNode } from '@/lib/kusto/kusto-node'
import { EvaluationError } from './evaluation-error'
import { findType, type KustoType } from './value'

/** The name that a NameReference or NameDeclaration says: plain or bracketed. */
export function readName(node: KustoNode): string {
  const name =
    node.kind === 'NameReference' || node.kind === 'NameDeclaration' ? getPart(node, 'Name') : node
  if (name.kind === 'TokenName' || name.kind === 'BracedName') return getPart(name, 'Name').text
  if (name.kind === 'BracketedName') return readString(getPart(name, 'Name'))
  throw new EvaluationError(`Expected a name, found ${name.kind}`, node)
}

/** `A*` of project-away and union, as a test of names; null where the node is no wildcard. */
export function findWildcard(node: KustoNode): ((name: string) => boolean) | null {
  if (node.kind !== 'NameReference') return null
  const name = getPart(node, 'Name')
  if (name.kind !== 'WildcardedName') return null
  const parts = name.text.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const pattern = new RegExp(`^${parts.join('.*')}$`)
  return (text) => pattern.test(text)
}

export function readString(node: KustoNode): string {
  return getPart(node, 'Token').value ?? ''
}

/** The type that `string` in a declaration, or `typeof(string)`, names. */
export function readType(node: KustoNode): KustoType {
  const primitive = node.kind === 'TypeOfLiteralExpression' ? getParts(node, 'Types')[0] : node
  const type = primitive && findPart(primitive, 'Type')
  const found = type && findType(type.text)
  if (found === undefined) throw new EvaluationError('Unsupported type', node)
  return found
}

/** `kind=inner`, `withsource=T` … of an operator, hints left out. */
export function readParameters(node: KustoNode): ReadonlyMap<string, string> {
  return new Map(
    getParts(node, 'Parameters')
      .map((parameter) => {
        const value = getPart(parameter, 'Expression')
        return [readName(getPart(parameter, 'Name')), value.text] as const
      })
      .filter(([name]) => !name.startsWith('hint.')),
  )
}

/** Refuses operator parameters other than those listed. */
export function checkParameters(
  node: KustoNode,
  known: readonly string[],
): ReadonlyMap<string, string> {
  const parameters = readParameters(node)
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw new EvaluationError(`Unsupported parameter "${name}"`, node)
  }
  return parameters
}

/** Whether the node declares names (`x = …`, `(a, b) = …`), and what it names. */
export function splitNamed(node: KustoNode): {
  readonly name: string | null
  readonly body: KustoNode
} {
  if (node.kind !== 'SimpleNamedExpression') return { name: null, body: node }
  return { name: readName(getPart(node, 'Name')), body: getPart(node, 'Expression') }
}
