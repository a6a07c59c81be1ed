import type { Detection, ParsedCondition, SearchIdentifier, YamlPath } from './ast'
import { describeValue } from './describe-value'
import type { MappingReader } from './mapping-reader'
import { parseCondition } from './parse-condition'
import { parseSearch } from './parse-search'
import { type Problem, ProblemError } from './problem'

/**
 * Reads a detection section (Sigma rules specification, "Detection"): search identifiers and a
 * condition, or a list of conditions.
 *
 * @param other keys of the section that are no search identifiers
 */
export function parseDetection(section: MappingReader, other: readonly string[] = []): Detection {
  const identifiers: SearchIdentifier[] = []
  const names = Object.keys(section.mapping).filter((name) => !isReserved(name, other))
  for (const name of names) {
    const path = [...section.path, name]
    const search = parseSearch(section.mapping[name], path, section.problems)
    if (search !== null) identifiers.push({ name, search, path })
  }
  if (names.length === 0) section.missing('selection', 'a search identifier with fields and values')
  return { identifiers, conditions: readConditions(section), timeframe: section.text('timeframe') }
}

function isReserved(name: string, other: readonly string[]): boolean {
  return name === 'condition' || name === 'timeframe' || other.includes(name)
}

function readConditions(section: MappingReader): readonly ParsedCondition[] {
  const value = section.get('condition')
  const path = [...section.path, 'condition']
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    section.missing('condition', 'a condition such as "selection"')
    return []
  }
  if (!Array.isArray(value)) return readCondition(value, path, section.problems)
  return value.flatMap((item, index) => readCondition(item, [...path, index], section.problems))
}

function readCondition(value: unknown, path: YamlPath, problems: Problem[]): ParsedCondition[] {
  if (value === null || typeof value === 'object') {
    const message = `A condition is text such as "selection", found ${describeValue(value)}.`
    problems.push({ code: 'SIGMA_CONDITION_SYNTAX', message, path })
    return []
  }
  const text = String(value).trim()
  try {
    return [{ text, ...parseCondition(text), path }]
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    problems.push({ code: error.code, message: error.message, path })
    return []
  }
}
