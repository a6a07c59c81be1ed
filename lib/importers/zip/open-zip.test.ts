import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MadeEntry, makeZip } from './fixtures/make-zip'
import { openZip } from './open-zip'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const good = (path: string): MadeEntry => ({ path, content: `title: ${path}` })

describe('openZip', () => {
  let root: string
  let path: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'open-zip-'))
    path = join(root, 'my rules.zip')
  })
  afterEach(() => {
    // Whatever is in a zip, none of it ever reaches the disk.
    expect(readdirSync(root)).toEqual(['my rules.zip'])
    rmSync(root, { recursive: true, force: true })
  })

  const open = (entries: readonly MadeEntry[], comment?: string) => {
    writeFileSync(path, makeZip(entries, comment))
    return openZip(path)
  }
  const read = async (entries: readonly MadeEntry[], comment?: string) =>
    [...(await open(entries, comment)).files()].map((file) =>
      file.kind === 'readable' ? file.path : `${file.path}: ${file.diagnostic.message}`,
    )

  it('takes off the single top folder, and reads what a folder importer would', async () => {
    const paths = ['rules/b.yml', 'rules-x/a.yaml', 'tests/c.yml', 'rules/.d.yml', 'rules/e.txt']
    const entries = [
      { path: 'sigma-master/' },
      ...paths.map((each) => good(`sigma-master/${each}`)),
    ]
    expect(await read(entries)).toEqual(['rules-x/a.yaml', 'rules/b.yml'])
  })

  it('leaves a top folder "rules" in the paths, unless the repository has that name', async () => {
    expect(await read([good('rules/a.yml'), good('rules/b/c.yml')])).toEqual([
      'rules/a.yml',
      'rules/b/c.yml',
    ])
    const repository = [good('rules-main/rules/a.yml'), good('rules-main/docs/b.yml')]
    expect(await read(repository)).toEqual(['rules/a.yml'])
    expect(await read([good('rules-main/a.yml')], COMMIT)).toEqual(['a.yml'])
  })

  it('knows the commit of an archive of GitHub, and SigmaHQ by its licence', async () => {
    const licence = { path: 'x/LICENSE', content: 'The content of the SigmaHQ repository is …' }
    expect((await open([good('x/rules/a.yml'), licence], COMMIT)).facts).toMatchObject({
      name: 'SigmaHQ',
      origin: path,
      commit: COMMIT,
      webUrl: `https://github.com/SigmaHQ/sigma/blob/${COMMIT}/`,
    })
    expect((await open([good('a.yml')], 'packed by hand')).facts).toMatchObject({
      name: 'my rules',
      commit: null,
      webUrl: null,
    })
  })

  it.each([
    ['../evil.yml', 'leads out of the archive'],
    ['x/../../evil.yml', 'leads out of the archive'],
    ['/etc/evil.yml', 'has an absolute path'],
    ['C:/evil.yml', 'has a drive letter'],
    ['..\\evil.yml', 'has a backslash'],
    ['a//evil.yml', 'has an empty part'],
    ['../../etc/passwd', 'leads out of the archive'],
  ])('rejects the path %s and reads the rest', async (bad, reason) => {
    const found = await read([{ path: bad, content: 'x' }, good('r/a.yml')])
    expect(found).toHaveLength(2)
    expect(found).toContain('a.yml')
    expect(found.find((each) => each !== 'a.yml')).toContain(reason)
  })

  it.each<[string, MadeEntry, string]>([
    ['a symbolic link', { path: 'b.yml', content: '/etc/passwd', mode: 0o120777 }, 'symbolic link'],
    ['an encrypted entry', { path: 'b.yml', content: 'x', flags: 0x801 }, 'is encrypted'],
    ['another compression', { path: 'b.yml', content: 'x', method: 14 }, 'method 14'],
    ['a large file', { path: 'b.yml', content: 'x', size: 2 ** 20 + 1 }, 'has 1048577 bytes'],
    ['an understated size', { path: 'b.yml', content: 'x'.repeat(500_000), size: 9 }, 'more than'],
    ['an overstated size', { path: 'b.yml', content: 'x', size: 9 }, 'unpacks to 1 of the 9 bytes'],
    [
      'a stored lie',
      { path: 'b.yml', content: 'xyz', method: 0, size: 2 },
      'more than the 2 bytes',
    ],
    ['a wrong checksum', { path: 'b.yml', content: 'x', checksum: 1 }, 'checksum is wrong'],
    ['an empty file', { path: 'b.yml' }, 'is empty'],
  ])('rejects %s and reads the rest', async (_what, bad, reason) => {
    const [first, second] = await read([good('a.yml'), bad, good('c.yml')])
    expect(first).toBe('a.yml')
    expect(second).toMatch(/^b\.yml: /)
    expect(second).toContain(reason)
  })

  it('reads neither of two files with one name', async () => {
    const [rejected, ...others] = await read([good('a.yml'), good('a.yml'), good('b.yml')])
    expect(rejected).toContain('holds "a.yml" more than once')
    expect(others).toEqual(['b.yml'])
    expect(await read([good('../a.yml'), good('../a.yml'), good('b.yml')])).toHaveLength(2)
  })

  it.each<[string, readonly MadeEntry[], RegExp]>([
    [
      'what unpacks to 10 GB',
      Array.from({ length: 10 }, (_, n) => ({ path: `${n}.bin`, size: 2 ** 30 })),
      /would unpack to 10,240 MiB, and at most 1,024 MiB are read/,
    ],
    [
      'rules that do not fit into memory',
      Array.from({ length: 600 }, (_, n) => ({ path: `${n}.yml`, size: 2 ** 19 })),
      /rule files of ".*" would unpack to 300 MiB/,
    ],
    [
      'entries that share their bytes',
      [good('a.yml'), { ...good('b.yml'), sharesBytes: true }],
      /share the same bytes/,
    ],
    [
      'nothing but attacks',
      Array.from({ length: 101 }, (_, n) => good(`../${n}.yml`)),
      /101 of its 101 entries have paths outside the archive/,
    ],
    ['no rule', [{ path: 'README.md', content: 'x' }], /There are no rule files in/],
    ['nothing', [], /There are no rule files in/],
  ])('refuses an archive of %s', async (_what, entries, message) => {
    await expect(open(entries)).rejects.toThrow(message)
  })

  it('says what is wrong with a file that is no whole zip', async () => {
    const whole = makeZip([good('a.yml'), good('b.yml')])
    const bytes: [Uint8Array, RegExp][] = [
      [Buffer.alloc(0), /is empty\.$/],
      [Buffer.from('title: no zip'), /is not a zip file, or its end is missing/],
      [whole.subarray(0, whole.length - 30), /is not a zip file, or its end is missing/],
      [whole.subarray(20), /is damaged or not of a common kind/],
    ]
    for (const [content, message] of bytes) {
      writeFileSync(path, content)
      await expect(openZip(path)).rejects.toThrow(message)
    }
    whole.fill(0xff, 30 + 5, 30 + 9)
    writeFileSync(path, whole)
    const files = [...(await openZip(path)).files()]
    expect(files.map(({ kind }) => kind)).toEqual(['unreadable', 'readable'])
  })

  it('stops when it is told to', async () => {
    writeFileSync(path, makeZip([good('a.yml')]))
    await expect(openZip(path, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  })
})
