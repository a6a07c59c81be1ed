import type { DiagnosticCode } from '@/lib/diagnostics'
import type { YamlPath } from './ast'
import { describeValue, quote } from './describe-value'
import type { Problem } from './problem'
import { isMapping, type YamlMapping } from './read-yaml'
import { didYouMean } from './suggest'

/** Entries of a list that a person reads, such as references: more are no rule but an attack. */
const MOST_TEXTS = 1_000

/** Reads the entries of one mapping, collecting what is wrong instead of stopping at the first. */
export class MappingReader {
  constructor(
    readonly mapping: YamlMapping,
    readonly path: YamlPath,
    readonly problems: Problem[],
  ) {}

  has(key: string): boolean {
    return this.get(key) !== null
  }

  /** The value of a key; null where it is absent or empty. */
  get(key: string): unknown {
    return Object.hasOwn(this.mapping, key) ? (this.mapping[key] ?? null) : null
  }

  fault(
    key: string | number | null,
    message: string,
    code: DiagnosticCode = 'SIGMA_INVALID_FIELD',
  ) {
    this.problems.push({ code, message, path: key === null ? this.path : [...this.path, key] })
  }

  missing(key: string, expected: string): void {
    this.fault(null, `The key "${key}" is missing; add ${expected}.`, 'SIGMA_MISSING_FIELD')
  }

  /** One line or more of text; a number or a boolean is the text it was written as. */
  text(key: string): string | null {
    const value = this.get(key)
    return value === null ? null : this.asText(key, value, [key])
  }

  /** A list of texts; a single text is a list of one, empty entries are left out. */
  texts(key: string): readonly string[] {
    const value = this.get(key)
    if (value === null) return []
    if (!Array.isArray(value)) {
      const single = this.asText(key, value, [key])
      return single === null ? [] : [single]
    }
    if (value.length > MOST_TEXTS) {
      this.fault(key, `"${key}" has ${value.length} entries, allowed are ${MOST_TEXTS}.`)
      return []
    }
    const texts: string[] = []
    for (const [index, item] of value.entries()) {
      const text = item === null ? null : this.asText(key, item, [key, index])
      if (text !== null) texts.push(text)
    }
    return texts
  }

  /** One of some words, in any case. */
  choice<Word extends string>(key: string, words: readonly Word[]): Word | null {
    const text = this.text(key)
    if (text === null) return null
    const found = words.find((word) => word === text.toLowerCase())
    if (found !== undefined) return found
    const hint = didYouMean(text, words)
    this.fault(key, `The ${key} is one of ${words.join(', ')}, found ${quote(text)}.${hint}`)
    return null
  }

  /** The mapping under a key; null, with a problem, where something else stands there. */
  section(key: string): MappingReader | null {
    const value = this.get(key)
    if (isMapping(value)) return new MappingReader(value, [...this.path, key], this.problems)
    if (value !== null) {
      this.fault(key, `The key "${key}" holds a mapping, found ${describeValue(value)}.`)
    }
    return null
  }

  private asText(key: string, value: unknown, path: YamlPath): string | null {
    if (typeof value === 'object') {
      const message = `The key "${key}" holds text, found ${describeValue(value)}; put quotes around it.`
      this.problems.push({ code: 'SIGMA_INVALID_FIELD', message, path: [...this.path, ...path] })
      return null
    }
    const text = String(value).trim()
    if (text.includes('\0')) {
      const message = `The key "${key}" holds a NUL character; remove it.`
      this.problems.push({ code: 'SIGMA_INVALID_FIELD', message, path: [...this.path, ...path] })
      return null
    }
    return text === '' ? null : text
  }
}
