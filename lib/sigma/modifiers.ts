import type { Draft, Transform } from './draft'
import { CHANGES_TEXT } from './modifiers-text'
import { CHANGES_TYPE } from './modifiers-type'
import { ProblemError } from './problem'
import { didYouMean } from './suggest'

/**
 * Every modifier that changes values: the modifiers appendix of Sigma 2.1, and the three long names
 * of pySigma for the sub-modifiers of `re`.
 */
const TRANSFORMS: ReadonlyMap<string, Transform> = new Map([
  ...Object.entries(CHANGES_TEXT),
  ...Object.entries(CHANGES_TYPE),
])

/** Modifiers that change how the values of an item are joined ("Generic Modifiers"). */
const LINKS = ['all', 'neq'] as const

/** What the modifiers of an item do, in the order in which they are applied. */
export interface ModifierPlan {
  /** All values have to match, not one of them. */
  readonly all: boolean
  /** The item matches where it otherwise would not. */
  readonly negated: boolean
  readonly steps: readonly { readonly name: string; readonly transform: Transform }[]
}

/**
 * Looks the modifiers of an item up.
 *
 * @throws ProblemError SIGMA_UNKNOWN_MODIFIER, or SIGMA_INVALID_MODIFIER where one stands twice
 */
export function planModifiers(names: readonly string[]): ModifierPlan {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue
    throw new ProblemError(
      'SIGMA_INVALID_MODIFIER',
      `The modifier "${name}" stands twice; remove one.`,
    )
  }
  const steps = names.flatMap((name) => {
    if (name === 'all' || name === 'neq') return []
    const transform = TRANSFORMS.get(name)
    if (transform === undefined) throw unknownModifier(name)
    return [{ name, transform }]
  })
  return { all: names.includes('all'), negated: names.includes('neq'), steps }
}

/** Applies the steps of a plan to one value. */
export function applyModifiers(plan: ModifierPlan, value: Draft): readonly Draft[] {
  let drafts: readonly Draft[] = [value]
  for (const { name, transform } of plan.steps) {
    drafts = drafts.flatMap((draft) => transform(draft, name))
  }
  return drafts
}

function unknownModifier(name: string): ProblemError {
  const hint = didYouMean(name, [...TRANSFORMS.keys(), ...LINKS])
  return new ProblemError(
    'SIGMA_UNKNOWN_MODIFIER',
    name === ''
      ? 'A "|" has no modifier behind it; remove it.'
      : `Sigma has no modifier "${name.slice(0, 80)}".${hint || ' Remove it.'}`,
  )
}
