import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '@/lib/catalogue/client'
import { getAttackContext } from '@/lib/catalogue/get-attack-context'
import { bundleText, OBJECTS } from '@/lib/importers/attack/fixtures'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { main } from './main'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  folder = mkdtempSync(join(tmpdir(), 'rule-atlas-attack-cli-'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

async function attack(...args: string[]) {
  const out = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      out[name] += String(text)
      return true
    }),
  )
  const errors = vi.spyOn(console, 'error').mockImplementation((text) => {
    out.stderr += `${text}\n`
  })
  try {
    return { code: await main(['attack', ...args]), ...out }
  } finally {
    for (const spy of [...spies, errors]) spy.mockRestore()
  }
}

function bundle(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('atlas attack', () => {
  it('loads a release, prints what is in it, and does the same again', async () => {
    const path = bundle('bundle.json', bundleText())
    for (const _ of [1, 2]) {
      const { code, stdout } = await attack(path)
      expect(stdout).toBe(
        'ATT&CK 18.1: 0 tactics, 1 technique, 1 detection strategy, 1 analytic, 1 mitigation, 1 group, 1 piece of software, 0 campaigns, 4 relations; 2 retired objects left out.\n' +
          '© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.\n',
      )
      expect(code).toBe(0)
    }
    const db = createClient(database.url)
    const { techniques, release } = await getAttackContext(db, ['T1685'])
    await db.$disconnect()
    expect(release).toBe('18.1')
    expect(techniques).toMatchObject([
      { releaseId: 'T1562.001', description: ['Adversaries may stop a tool.', 'Often.'] },
    ])
  })

  it('says in one line what is wrong with a file', async () => {
    const path = bundle('odd\u001b[31m.json', bundleText(OBJECTS.slice(1)))
    const unnamed = await attack(path)
    expect(unnamed.code).toBe(2)
    expect(unnamed.stderr).toMatch(/^"[^\n]+" names no version of ATT&CK[^\n]+\n$/)
    expect(unnamed.stderr).not.toContain('\u001b')
    expect((await attack(path, '--release', '18.1')).code).toBe(0)
    expect(await attack(join(folder, 'gone'))).toMatchObject({ code: 2, stdout: '' })
  })

  it.each([[[]], [['a', 'b']], [['a', '--release', 'x']], [['a', '--nope']]])(
    'says how it is used for %j',
    async (args) => {
      const { code, stderr } = await attack(...args)
      expect(code).toBe(2)
      expect(stderr).toContain('Usage: rule-atlas attack <STIX bundle')
    },
  )
})
