import type { SigmaString, StringPart } from '@/lib/sigma/ast'

/**
 * The other forms of a value in a column that an ASIM parser reads out of an event's XML with
 * `{?([^<]*?)}?`: a value that begins with `{` or ends with `}` has lost that brace (Azure-Sentinel,
 * vimProcessCreateMicrosoftSysmon 0.4.0). A pattern whose text ends in a brace then ends there too.
 */
export function withLostBraces({ parts }: SigmaString): readonly SigmaString[] {
  const tail = loseLast(parts)
  const head = loseFirst(parts)
  const both = tail === null ? null : loseFirst(tail)
  return [tail, head, both].flatMap((form) =>
    form?.some((part) => part.kind !== 'any') ? [{ parts: form }] : [],
  )
}

function loseFirst(parts: readonly StringPart[]): readonly StringPart[] | null {
  const closed = parts[0]?.kind === 'any' ? parts.slice(1) : parts
  const [first, ...rest] = closed
  if (first?.kind !== 'text' || !first.text.startsWith('{')) return null
  return [...textPart(first.text.slice(1)), ...rest]
}

function loseLast(parts: readonly StringPart[]): readonly StringPart[] | null {
  const closed = parts.at(-1)?.kind === 'any' ? parts.slice(0, -1) : parts
  const last = closed.at(-1)
  if (last?.kind !== 'text' || !last.text.endsWith('}')) return null
  return [...closed.slice(0, -1), ...textPart(last.text.slice(0, -1))]
}

function textPart(text: string): readonly StringPart[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}
