import { asText, type Draft } from './draft'
import { sigmaString } from './sigma-string'

const PLACEHOLDER = /(?<!\\)%([\p{L}\p{N}_]+)%/u

/**
 * The `expand` modifier (rules specification, "Placeholders"): a value with `%name%` in it waits for
 * the reader's values; `\%` is a plain percent sign. A value without one is only unescaped.
 */
export function expandPlaceholders(draft: Draft): Draft {
  if (draft.kind === 'regex') {
    const name = PLACEHOLDER.exec(draft.pattern)?.[1]
    return name === undefined ? draft : { kind: 'placeholder', name, text: draft.pattern }
  }
  const text = asText(draft, 'expand')
  for (const part of text.value.parts) {
    const name = part.kind === 'text' ? PLACEHOLDER.exec(part.text)?.[1] : undefined
    if (name !== undefined) return { kind: 'placeholder', name, text: text.source }
  }
  const parts = text.value.parts.map((part) =>
    part.kind === 'text' ? { ...part, text: part.text.replaceAll('\\%', '%') } : part,
  )
  return { ...text, value: sigmaString(parts) }
}
