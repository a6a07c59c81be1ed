import type { KustoNode } from './kusto-node'
import type { SyntaxElement } from './language-service'
import { loadLanguageService } from './load-language-service'

let kindNames: ReadonlyMap<number, string> | undefined

/** Microsoft's tree of `text` as plain nodes. */
export function readTree(root: SyntaxElement, text: string): KustoNode {
  return readNode(root, text)
}

function readNode(element: SyntaxElement, text: string): KustoNode {
  const parts: Record<string, KustoNode | readonly KustoNode[]> = {}
  for (let index = 0; index < element.ChildCount; index++) {
    const child = element.GetChild(index)
    if (child === null) continue
    const name = element.GetName(index)
    if (kindOf(child) === 'List') parts[name] = readList(child, text)
    else parts[name] = readNode(child, text)
  }
  const start = element.TextStart
  const kind = kindOf(element)
  const node = { kind, text: text.slice(start, element.End), start, parts }
  const isLiteral = element.IsToken && kind.endsWith('LiteralToken')
  return isLiteral ? { ...node, value: element.ValueText ?? node.text } : node
}

/** A `SeparatedElement` holds the element and, but for the last, a comma. */
function readList(list: SyntaxElement, text: string): readonly KustoNode[] {
  const nodes: KustoNode[] = []
  for (let index = 0; index < list.ChildCount; index++) {
    const child = list.GetChild(index)
    const element =
      child !== null && kindOf(child) === 'SeparatedElement' ? child.GetChild(0) : child
    if (element !== null) nodes.push(readNode(element, text))
  }
  return nodes
}

function kindOf(element: SyntaxElement): string {
  kindNames ??= new Map(
    Object.entries(loadLanguageService().Language.Syntax.SyntaxKind).flatMap(([name, value]) =>
      typeof value === 'number' ? [[value, name] as const] : [],
    ),
  )
  return kindNames.get(element.Kind) ?? `Kind${element.Kind}`
}
