import { type Diagnostic, type DiagnosticCode, diagnostic, type Effect } from '@/lib/diagnostics'

/** Under how many `not` a condition stands: an even number keeps the effect of a loss, an odd one turns it. */
export type Polarity = 'positive' | 'negative'

export function flip(polarity: Polarity): Polarity {
  return polarity === 'positive' ? 'negative' : 'positive'
}

/** A difference from the rule, before it is known whether the query can do without what is lost. */
export interface Loss {
  readonly code: DiagnosticCode
  readonly message: string
}

/** What cannot be expressed is the reason of a refusal, or a loss where a query is left without it. */
const AS_LOSS: Partial<Record<DiagnosticCode, DiagnosticCode>> = {
  TARGET_UNSUPPORTED_FIELD: 'TARGET_FIELD_DROPPED',
  TARGET_UNSUPPORTED_VALUE: 'TARGET_VALUE_DROPPED',
  TARGET_UNSUPPORTED_KEYWORD: 'TARGET_KEYWORD_DROPPED',
  TARGET_UNSUPPORTED_REGEX: 'TARGET_REGEX_DROPPED',
  TARGET_PLACEHOLDER: 'TARGET_PLACEHOLDER_DROPPED',
}

/** Collects losses once each, in the order in which they were met. */
export class LossLog {
  readonly #diagnostics = new Map<string, Diagnostic>()

  /** @param effect what the loss does where it stands under no `not` */
  add(loss: Loss, effect: Effect, polarity: Polarity): void {
    const turned = polarity === 'positive' ? effect : effect === 'widens' ? 'narrows' : 'widens'
    this.#keep(loss, turned)
  }

  /** Something to know that makes no difference to what the rule finds in this event. */
  note(loss: Loss): void {
    this.#keep(loss, undefined)
  }

  #keep(loss: Loss, effect: Effect | undefined): void {
    const code = AS_LOSS[loss.code] ?? loss.code
    const key = `${code} ${effect} ${loss.message}`
    if (!this.#diagnostics.has(key)) {
      this.#diagnostics.set(key, diagnostic(code, loss.message, { effect }))
    }
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()]
  }
}
