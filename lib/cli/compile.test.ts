import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createRuleFolder,
  type RuleFolder,
  ruleId,
  ruleText,
} from '@/lib/ingest/fixtures/rule-folder'

const PROGRAM = fileURLToPath(new URL('../../bin/rule-atlas.mjs', import.meta.url))
const FILTER = `title: Not this host
id: ${ruleId(90)}
logsource:
    category: process_creation
    product: windows
filter:
    rules: any
    selection:
        Computer: 'x'
    condition: not selection
`

describe('atlas compile', { timeout: 60_000 }, () => {
  let folder: RuleFolder
  beforeAll(() => {
    folder = createRuleFolder({
      'b.yml': ruleText(2),
      'sub/a.yml': ruleText(1, { category: 'process_creation' }),
      'broken.yml': ruleText(3, { condition: 'selection or' }),
      'filter.yml': FILTER,
      'no-id.yml': ruleText(4).replace(/^id: .*\n/m, ''),
      'bytes.yml': Uint8Array.of(0xff),
    })
  })
  afterAll(() => folder.drop())

  async function atlas(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    // A database would be asked for at an address where there is none.
    const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    try {
      const run = promisify(execFile)(process.execPath, [PROGRAM, 'compile', ...args], { env })
      const { stdout, stderr } = await run
      return { code: 0, out: stdout, err: stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, out: stdout, err: stderr }
    }
  }

  it('prints one JSON line per document and target and nothing else', async () => {
    const { code, out, err } = await atlas(folder.path, '--format', 'jsonl')
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([code, err]).toEqual([0, ''])
    expect(rows.map(({ path, ruleId: id, target, status }) => [path, id, target, status])).toEqual(
      [
        ['b.yml', ruleId(2), 'refused'],
        ['broken.yml', null, 'refused'],
        ['bytes.yml', null, 'refused'],
        ['no-id.yml', null, 'refused'],
        ['sub/a.yml', ruleId(1), 'compiled'],
      ].flatMap(([path, id, status]) =>
        ['defender-xdr', 'asim', 'azure-monitor'].map((target) => [path, id, target, status]),
      ),
    )
    const [first] = rows
    expect(Object.keys(first)).toEqual([
      'ruleId',
      'path',
      'target',
      'status',
      'kql',
      'tables',
      'diagnostics',
    ])
    expect(first).toMatchObject({
      ...{ kql: null, tables: [] },
      diagnostics: [{ code: 'TARGET_UNSUPPORTED_LOGSOURCE', severity: 'error' }],
    })
    expect(rows.at(-3)).toMatchObject({ tables: ['DeviceProcessEvents'], diagnostics: [] })
  })

  it('keeps to the targets asked for, and prints queries', async () => {
    const { out } = await atlas(`${folder.path}/sub/a.yml`, '--target', 'defender-xdr')
    expect(out).toMatch(/^\/\/ a\.yml · defender-xdr · compiled · Rule 1\n/)
    expect(out).toContain('\nDeviceProcessEvents\n| where ')
    expect(out).not.toContain('_Im_')
  })

  it('exits 2 where an argument cannot be read or understood', async () => {
    for (const args of [[], ['/nowhere'], ['.', '--target', 'x'], ['.', '--format', 'x']]) {
      const { code, out, err } = await atlas(...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^.+\n$/)
    }
  })
})
