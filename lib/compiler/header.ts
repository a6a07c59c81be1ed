import type { SigmaRule } from '@/lib/sigma/ast'

/** The Detection Rule License asks that the author is named wherever a rule is reproduced. */
export function headerOf(rule: SigmaRule): readonly string[] {
  const origin = [
    rule.id === null ? null : `Sigma rule ${rule.id}`,
    rule.author === null ? null : `by ${rule.author}`,
    rule.license,
  ].filter((part) => part !== null)
  return [rule.title, origin.join(' · ')].filter((line) => line !== '')
}
