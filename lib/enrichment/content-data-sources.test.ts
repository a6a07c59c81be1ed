import { expect, it } from 'vitest'
import facts from '@/content/data-sources/facts.json'
import byLogsource from '@/content/data-sources/logsources.json'
import byTable from '@/content/data-sources/tables.json'
import held from '@/content/mappings/logsources.json'
import { judgeSentences } from './judge-sentences'

const ids = Object.keys(facts)
const used = [
  ...Object.values(byTable).flatMap(({ switchOn }) => switchOn),
  ...Object.values(byLogsource).flatMap((tables) => Object.values(tables).flat()),
]
const holdings = Object.entries(held).flatMap(([key, targets]) =>
  Object.entries(targets).map(([target, holding]) => ({ key, target, ...holding })),
)

it('gives each fact as whole sentences, with the page that documents it', () => {
  for (const { text, source } of Object.values(facts)) {
    expect([text, judgeSentences(text)]).toEqual([text, null])
    expect(new URL(source).protocol).toBe('https:')
  }
})

it('uses each fact, and no fact that is not there', () => {
  expect([...new Set(used)].sort()).toEqual([...ids].sort())
})

it('knows every table that holds a logsource, and every logsource that it speaks of', () => {
  const tables = new Set(holdings.flatMap((holding) => holding.tables))
  expect([...tables].filter((table) => !Object.hasOwn(byTable, table))).toEqual([])
  const keys = Object.keys(byLogsource).filter((key) => !key.endsWith('/*'))
  expect(keys.filter((key) => !Object.hasOwn(held, key))).toEqual([])
})

it('says of each partial holding how it falls short, and of nothing else', () => {
  for (const { key, target, holds, ...rest } of holdings) {
    const note = 'note' in rest && typeof rest.note === 'string' ? rest.note : undefined
    expect([key, target, note !== undefined]).toEqual([key, target, holds === 'partial'])
    if (note !== undefined) expect([note, judgeSentences(note)]).toEqual([note, null])
  }
})
