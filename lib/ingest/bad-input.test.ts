import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createRuleFolder, type RuleFolder, ruleId, ruleText } from './fixtures/rule-folder'
import type { ImportReport } from './import-report'
import { importSource } from './import-source'

const HOSTILE = String.raw`<script>alert(1)</script>'); DROP TABLE rule;-- " | union * // \ud800`

/** File, line and reason of each: whatever is in a source, it ends as one of these or as a rule. */
const BAD: readonly [path: string, content: string | Uint8Array, line: number, code: string][] = [
  ['alias-bomb.yml', aliasBomb(), 4, 'SIGMA_YAML_ALIAS'],
  ['binary.yml', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0x02, 0xff, 0x00), 1, 'IMPORT_NOT_UTF8'],
  ['blank.yml', ' \n\t\n', 1, 'IMPORT_EMPTY_FILE'],
  ['condition.yml', ruleText(1, { condition: 'selection and (' }), 16, 'SIGMA_CONDITION_SYNTAX'],
  ['deep.yml', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 1, 'SIGMA_YAML_TOO_DEEP'],
  ['documents.yml', `${ruleText(2)}---\n${ruleText(3)}`, 19, 'SIGMA_SEVERAL_DOCUMENTS'],
  ['duplicate.yml', ruleText(100), 2, 'IMPORT_DUPLICATE_ID'],
  ['empty.yml', '', 1, 'IMPORT_EMPTY_FILE'],
  ['identifier.yml', ruleText(4, { condition: 'filter' }), 16, 'SIGMA_UNKNOWN_IDENTIFIER'],
  ['large.yml', `# ${'x'.repeat(1_048_577)}`, 1, 'IMPORT_FILE_TOO_LARGE'],
  ['latin1.yml', Buffer.from(ruleText(5, { title: 'caf\u00e9' }), 'latin1'), 1, 'IMPORT_NOT_UTF8'],
  ['list.yml', '- a\n- b\n', 1, 'SIGMA_NOT_A_MAPPING'],
  ['no-id.yml', ruleText(6).replace(/^id: .*\n/m, ''), 1, 'IMPORT_MISSING_ID'],
  ['not-yaml.yml', 'title: "never closed\nid: x\n', 2, 'SIGMA_YAML_SYNTAX'],
  ['utf16.yml', Buffer.from(`\ufeff${ruleText(7)}`, 'utf16le'), 1, 'IMPORT_NOT_UTF8'],
]

function aliasBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let n = 1; n < 10; n++) {
    const aliases = Array.from({ length: 10 }, () => `*a${n - 1}`)
    lines.push(`a${n}: &a${n} [${aliases.join(', ')}]`)
  }
  return lines.join('\n')
}

describe('bad input', () => {
  let database: TestDatabase
  let db: Database
  let folder: RuleFolder
  let report: ImportReport

  beforeAll(async () => {
    database = await createTestDatabase()
    db = createClient(database.url)
    folder = createRuleFolder({
      ...Object.fromEntries(BAD.map(([path, content]) => [`rules/${path}`, content])),
      'rules/a-good.yml': ruleText(100),
      'rules/hostile.yml': ruleText(101, {
        title: `"${HOSTILE.replaceAll('"', '\\"')}"`,
        category: 'process_creation',
        extra: `references:\n    - javascript:alert(1)\nfalsepositives:\n    - "${'<b>\\ud800'}"\n`,
      }),
    })
    report = await importSource({ db, importer: openFolder(folder.path), sourceName: 'Bad' })
  }, 120_000)
  afterAll(async () => {
    folder.drop()
    await db.$disconnect()
    await database.drop()
  })

  it.each(BAD)('rejects %s with its line and the reason', async (path, _content, line, code) => {
    const rejection = report.rejections.find((row) => row.path === `rules/${path}`)
    expect(rejection).toMatchObject({ line, code })
    expect(rejection?.message).toMatch(/^[A-Z].{20,}\.$/s)
    const stored = await db.rejection.findMany({ where: { path: `rules/${path}` } })
    expect(stored).toMatchObject([{ line, code, message: rejection?.message }])
  })

  it('rejects those and no other, and the rest is unharmed', async () => {
    expect(report).toMatchObject({ created: 2, rejected: BAD.length, published: true })
    const rules = await db.rule.findMany({ orderBy: { path: 'asc' } })
    expect(rules.map(({ path }) => path)).toEqual(['rules/a-good.yml', 'rules/hostile.yml'])
  })

  it('keeps hostile text as text', async () => {
    const rule = await db.rule.findFirstOrThrow({
      where: { sigmaId: ruleId(101) },
      include: { queries: true },
    })
    expect(rule.title).toBe(HOSTILE.replace(String.raw`\ud800`, '\uFFFD'))
    expect(rule.references).toEqual(['javascript:alert(1)'])
    expect(rule.falsePositives).toEqual(['<b>\uFFFD'])
    for (const html of [
      rule.sigmaHtml ?? '',
      ...rule.queries.map(({ kqlHtml }) => kqlHtml ?? ''),
    ]) {
      expect(html.replace(/<span class="tok-[a-z]+">|<\/span>/g, '')).not.toMatch(/[<>]/)
    }
    for (const { kql, status } of rule.queries) {
      expect(status).toBe('compiled')
      const code = kql?.split('\n').filter((line) => !line.startsWith('//')) ?? []
      expect(code.join('\n')).not.toContain('DROP TABLE')
    }
  })

  it('says the same again, and writes nothing', async () => {
    const again = await importSource({ db, importer: openFolder(folder.path), sourceName: 'Bad' })
    expect(again).toMatchObject({ published: false, unchanged: 2, rejected: BAD.length })
    expect(again.rejections).toEqual(report.rejections)
  })
})
