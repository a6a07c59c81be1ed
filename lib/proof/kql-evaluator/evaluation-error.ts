import type { KustoNode } from '@/lib/kusto/kusto-node'

/**
 * The query uses something that this evaluator does not know, or whose outcome Microsoft's reference
 * leaves open. It is never a verdict about the query: the evaluator refuses rather than guesses.
 */
export class EvaluationError extends Error {
  constructor(message: string, node?: KustoNode) {
    super(node === undefined ? message : `${message}, at "${node.text.slice(0, 80)}"`)
    this.name = 'EvaluationError'
  }
}
