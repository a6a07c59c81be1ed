import { describe, expect, it } from 'vitest'
import asim from '@/content/schema/asim-parsers.json'
import tables from '@/content/schema/tables.json'
import { columnsOf, type KqlExpression } from '@/lib/kql/ast'
import { TARGETS } from './compiled-query'
import type { FieldMapping, Variant } from './mapping'
import { MAPPINGS } from './targets/find-mapping'

/** Every column that a mapping names exists in the table that it reads, with the type it says. */

const SCHEMA = new Map<string, Readonly<Record<string, string>>>(
  [...Object.entries(tables), ...Object.entries(asim)].map(([name, facts]) => [
    name,
    facts.columns,
  ]),
)

function schemaOf(table: string): Readonly<Record<string, string>> {
  const columns = SCHEMA.get(table)
  if (columns === undefined) throw new Error(`No schema for "${table}".`)
  return columns
}

function expressionsOf(mapping: FieldMapping): readonly KqlExpression[] {
  if (mapping.kind === 'value') return [mapping.value]
  if (mapping.kind === 'words')
    return Object.values(mapping.words).filter((word) => typeof word === 'object')
  return []
}

function unknownColumns({ source, fields }: Variant): readonly string[] {
  if (source.kind === 'united') {
    return source.branches.flatMap(({ name, gate, values }) =>
      [...gate, ...Object.values(values)]
        .flatMap(columnsOf)
        .filter((column) => schemaOf(name)[column] === undefined),
    )
  }
  const mapped = Object.values(fields)
  const hashes = mapped.flatMap((field) =>
    field.kind === 'hashes' ? Object.values(field.columns) : [],
  )
  return [
    ...hashes,
    ...[...source.gate, ...mapped.flatMap(expressionsOf)].flatMap(columnsOf),
  ].filter((column) => schemaOf(source.name)[column] === undefined)
}

describe.each(TARGETS)('%s', (target) => {
  const variants = MAPPINGS[target].flatMap((mapping) => mapping.variants)

  it('names only columns that exist', () => {
    expect(variants.flatMap(unknownColumns)).toEqual([])
  })

  it('gives plain columns the type that they have', () => {
    const wrong = variants.flatMap(({ source, fields }) =>
      source.kind === 'united'
        ? []
        : Object.entries(fields).filter(
            ([, field]) =>
              field.kind === 'value' &&
              field.value.kind === 'column' &&
              schemaOf(source.name)[field.value.name] !== field.type,
          ),
    )
    expect(wrong).toEqual([])
  })

  it('has a last variant that takes every rule', () => {
    for (const mapping of MAPPINGS[target]) expect(mapping.variants.at(-1)?.when).toBeUndefined()
  })
})
