import { CORE_SCHEMA, defineScalarTag, NOT_RESOLVED } from 'js-yaml'

const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/
const FIRST = ['-', ...'0123456789']

/** A number only where its shortest decimal form is what the author wrote, so that no text is lost. */
function resolveNumber(source: string): number | typeof NOT_RESOLVED {
  if (!DECIMAL.test(source)) return NOT_RESOLVED
  const value = Number(source)
  return String(value) === source ? value : NOT_RESOLVED
}

function numberTag(name: string) {
  return defineScalarTag(`tag:yaml.org,2002:${name}`, {
    implicit: true,
    implicitFirstChars: FIRST,
    resolve: resolveNumber,
    identify: (value) => typeof value === 'number',
  })
}

/**
 * YAML 1.2 core schema (no timestamps, no `yes`/`no`, no merge keys) with one difference: a number
 * in any form but plain decimal stays the text it is. `0x10`, `0o17`, `010`, `1.0`, `1e3`, `+5` and
 * integers beyond 2^53 would otherwise compare as something the author did not write.
 */
export const SIGMA_YAML_SCHEMA = CORE_SCHEMA.withTags(numberTag('int'), numberTag('float'))
