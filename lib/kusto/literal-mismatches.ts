import { type Diagnostic, diagnostic } from '@/lib/diagnostics'
import type { SyntaxElement } from './language-service'
import { loadLanguageService } from './load-language-service'
import { locationAt } from './location-at'

const NUMBERS = new Set(['int', 'long', 'real', 'decimal'])

/**
 * Comparisons that Microsoft's binder lets pass and that cannot mean what they say: an int column
 * against a string literal (`RemotePort == "445"`, `in ("445")`), a string column against a number
 * (`in~ (1, 2)`), a bool against a string.
 */
export function findLiteralMismatches(root: SyntaxElement, text: string): readonly Diagnostic[] {
  const kinds = loadLanguageService().Language.Syntax.SyntaxKind
  const comparisons = new Set(
    ['Equal', 'NotEqual', 'In', 'NotIn', 'InCs', 'NotInCs'].map(
      (name) => kinds[`${name}Expression`],
    ),
  )
  const found: Diagnostic[] = []
  const visit = (element: SyntaxElement): void => {
    if (comparisons.has(element.Kind)) found.push(...check(element, text))
    for (const child of children(element)) visit(child)
  }
  visit(root)
  return found
}

function check(comparison: SyntaxElement, text: string): readonly Diagnostic[] {
  const left = part(comparison, 'Left')
  const right = part(comparison, 'Right')
  if (left === undefined || right === undefined) return []
  return operands(right).flatMap((operand) => {
    const types = [typeOf(left), typeOf(operand)]
    const [a, b] = types
    if (a === undefined || b === undefined || !differ(a, b)) return []
    const source = text.slice(comparison.TextStart, comparison.End).slice(0, 80)
    return [
      diagnostic(
        'KUSTO_BINDING',
        `"${source}" compares a value of type ${a} with one of type ${b}; write both sides in one type.`,
        { location: locationAt(text, operand.TextStart) },
      ),
    ]
  })
}

/** `in` has a list on its right, the others one expression. */
function operands(right: SyntaxElement): readonly SyntaxElement[] {
  const list = part(right, 'Expressions')
  if (list === undefined) return [right]
  return children(list).flatMap((element) => children(element).slice(0, 1))
}

function differ(a: string, b: string): boolean {
  const groups = [a, b].map((type) => (NUMBERS.has(type) ? 'number' : type)).sort()
  return ['number string', 'bool string', 'bool number'].includes(groups.join(' '))
}

function typeOf(element: SyntaxElement): string | undefined {
  return element.ResultType?.Name
}

function part(element: SyntaxElement, name: string): SyntaxElement | undefined {
  for (let index = 0; index < element.ChildCount; index++) {
    if (element.GetName(index) === name) return element.GetChild(index) ?? undefined
  }
  return undefined
}

function children(element: SyntaxElement): readonly SyntaxElement[] {
  const found: SyntaxElement[] = []
  for (let index = 0; index < element.ChildCount; index++) {
    const child = element.GetChild(index)
    if (child !== null) found.push(child)
  }
  return found
}
