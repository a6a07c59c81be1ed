import { escapeRegex } from '@/lib/kql/regex'
import type { SigmaString } from '@/lib/sigma/ast'

/** Whether a known text satisfies a pattern, without case (Sigma 2.1, "String Wildcard"). */
export function fits({ parts }: SigmaString, text: string): boolean {
  const body = parts.map((part) =>
    part.kind === 'text' ? escapeRegex(part.text) : part.kind === 'any' ? '.*' : '.',
  )
  return new RegExp(`^${body.join('')}$`, 'isu').test(text)
}
