import { type Diagnostic, type DiagnosticCode, diagnostic, type Effect } from '@/lib/diagnostics'

/** Under how many `not` a condition stands: an even number keeps the effect of a loss, an odd one turns it. */
export type Polarity = 'positive' | 'negative'

export function flip(polarity: Polarity): Polarity {
  return polarity === 'positive' ? 'negative' : 'positive'
}

/** A difference from the rule, before it is known where it stands. */
export interface Loss {
  readonly code: DiagnosticCode
  readonly message: string
}

/** Collects losses once each, in the order in which they were met. */
export class LossLog {
  readonly #diagnostics = new Map<string, Diagnostic>()

  /** @param effect what the loss does where it stands under no `not` */
  add(loss: Loss, effect: Effect, polarity: Polarity): void {
    const turned = polarity === 'positive' ? effect : effect === 'widens' ? 'narrows' : 'widens'
    const key = `${loss.code} ${turned} ${loss.message}`
    if (!this.#diagnostics.has(key)) {
      this.#diagnostics.set(key, diagnostic(loss.code, loss.message, { effect: turned }))
    }
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()]
  }
}
