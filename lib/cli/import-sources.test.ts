import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { HAS_GIT, makeRepository } from '@/lib/importers/git/fixtures/make-repository'
import { makeZip } from '@/lib/importers/zip/fixtures/make-zip'
import { ruleText } from '@/lib/ingest/fixtures/rule-folder'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { type AtlasRun, runAtlas } from '@/test/run-atlas'

// Whole processes, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let database: TestDatabase
let root: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-sources-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const start = (...args: string[]) => runAtlas(args, { DATABASE_URL: database.url })
const run = async (...args: string[]) => finish(start(...args))
const finish = async (atlas: AtlasRun) => ({ code: await atlas.ended, output: atlas.output() })

describe('atlas import of a zip', () => {
  it('imports what is good, names what is not, and exits 1', async () => {
    const path = join(root, 'from-a-zip.zip')
    const rule = { path: 'x-main/rules/a.yml', content: ruleText(1) }
    writeFileSync(path, makeZip([rule, { path: '../evil.yml', content: ruleText(2) }]))
    const dry = await run('import', path, '--dry-run', '--json')
    expect(dry.code).toBe(1)
    expect(JSON.parse(dry.output.slice(dry.output.indexOf('{')))).toMatchObject({
      dryRun: true,
      source: 'from-a-zip',
      created: 1,
    })
    const { code, output } = await run('import', path)
    expect(code).toBe(1)
    expect(output).toMatch(/^from-a-zip: 1 created, .* 1 rejected/m)
    expect(output).toMatch(/^rejected \.\.\/evil\.yml:1:1 /m)
    expect(readdirSync(root)).toEqual(['from-a-zip.zip'])
  })

  it('says in one line that it is a zip bomb', async () => {
    const path = join(root, 'bomb.zip')
    const parts = Array.from({ length: 10 }, (_, n) => ({ path: `${n}.yml`, size: 2 ** 30 }))
    writeFileSync(path, makeZip(parts))
    const { code, output } = await run('import', path)
    expect(code).toBe(2)
    expect(output).toMatch(/^".*bomb\.zip" would unpack to 10,240 MiB, .*\n$/)
  })
})

describe.skipIf(!HAS_GIT)('atlas import of a repository (needs git)', () => {
  it('imports it, removes its clone, and lists where it is from', async () => {
    const commit = makeRepository(join(root, 'team-rules'), { 'rules/a.yml': ruleText(11) })
    const url = pathToFileURL(join(root, 'team-rules')).href
    const before = readdirSync(tmpdir())
    const { code, output } = await run('import', url)
    expect(output).toContain('team-rules: 1 created, 0 updated, 0 unchanged, 0 removed, 0 rejected')
    expect(code).toBe(0)
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('rule-atlas-clone-'))
    expect(left.filter((name) => !before.includes(name))).toEqual([])
    const list = await run('sources', 'list', '--json')
    expect(JSON.parse(list.output.slice(list.output.indexOf('[')))).toContainEqual(
      expect.objectContaining({ name: 'team-rules', origin: url, commit, rules: 1, rejected: 0 }),
    )
    const table = await run('sources', 'list')
    expect(table.output).toMatch(
      new RegExp(`^team-rules +1 +0 +${commit.slice(0, 12)} +\\d{4}-.* +file:`, 'm'),
    )
  })
})

describe('atlas import of what is refused', () => {
  it.each([
    [['--upload-pack=touch x'], /^Unknown option '--upload-pack'/],
    [['ext::sh -c whoami'], /"ext" is not read/],
    [['https://github.com/a/b', '--branch', '--x'], /branch/],
    [['\u001b[31mred\u001b]0;x\u0007'], /^There is no file or folder " \[31mred \]0;x "/],
  ])('%j', async (args, message) => {
    const { code, output } = await run('import', ...args)
    expect(code).toBe(2)
    expect(output).toMatch(message)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(output).not.toContain('\u001b')
  })
})

describe('atlas sources remove', () => {
  it('asks to be confirmed, removes, and says how to get it back', async () => {
    const path = join(root, 'goes.zip')
    writeFileSync(path, makeZip([{ path: 'a.yml', content: ruleText(21) }]))
    await run('import', path)
    const unsure = await run('sources', 'remove', 'goes')
    expect(unsure).toMatchObject({ code: 2, output: expect.stringContaining('add --yes') })
    const unknown = await run('sources', 'remove', 'nobody', '--yes')
    expect(unknown.code).toBe(2)
    expect(unknown.output).toMatch(/^There is no source "nobody": expected one of .*"goes"/)
    const { code, output } = await run('sources', 'remove', 'goes', '--yes')
    expect(code).toBe(0)
    expect(output).toBe(
      `Removed "goes": 1 rule, 1 revision, 0 rejections, 1 import.\nImporting ${path} again brings its rules back.\n`,
    )
    expect((await run('sources', 'list')).output).not.toContain('goes')
    expect((await run('import', path)).output).toMatch(/^goes: 1 created/m)
  })
})

describe('two imports at once', () => {
  it('lets the second wait, say so, and then go on', async () => {
    const path = join(root, 'second.zip')
    writeFileSync(path, makeZip([{ path: 'a.yml', content: ruleText(31) }]))
    const first = new Client({ connectionString: database.url })
    await first.connect()
    // What lock-imports.ts takes: an import under way.
    await first.query("SELECT pg_advisory_lock(x'52554c45'::int, 0)")
    const second = start('import', path)
    await expect
      .poll(second.output, { timeout: 60_000 })
      .toMatch(/^Another import .* is under way;/)
    await first.end()
    const { code, output } = await finish(second)
    expect(code).toBe(0)
    expect(output).toContain('second: 1 created')
  })
})
