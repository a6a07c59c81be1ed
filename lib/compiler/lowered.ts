import type { KqlExpression } from '@/lib/kql/ast'
import type { Loss } from './loss'

/**
 * What a predicate became: an expression, a truth value that no row can change, or nothing at all,
 * where the target has no way to ask. What is dropped is taken out of the junction around it, which
 * then matches more (`and`) or less (`or`).
 */
export type Lowered =
  | { readonly kind: 'expression'; readonly expression: KqlExpression }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'dropped'; readonly losses: readonly Loss[] }

export const lowered = (expression: KqlExpression): Lowered => ({ kind: 'expression', expression })
export const constant = (value: boolean): Lowered => ({ kind: 'constant', value })
export const dropped = (loss: Loss): Lowered => ({ kind: 'dropped', losses: [loss] })
