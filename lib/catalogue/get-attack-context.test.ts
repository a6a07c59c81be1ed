import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/test/create-test-database'
import { createClient } from './client'
import { getAttackContext } from './get-attack-context'
import type { AttackKind, NewAttackObject, NewAttackRelease } from './new-attack-release'
import { storeAttackRelease } from './store-attack-release'

let database: TestDatabase
let db: PrismaClient
beforeAll(async () => {
  database = await createTestDatabase()
  db = createClient(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const object = (kind: AttackKind, id: string, more: Partial<NewAttackObject> = {}) => ({
  ...{ id, kind, name: `Name of ${id}`, description: null },
  ...{ url: `https://attack.mitre.org/${id}`, details: {}, ...more },
})

const groups = Array.from({ length: 20 }, (_, n) => `G00${n + 10}`)
const RELEASE: NewAttackRelease = {
  version: '18.1',
  origin: 'bundle.json',
  notice: '© 2025 The MITRE Corporation.',
  objects: [
    object('technique', 'T1562.001', { description: 'One.(Citation: X)\n\n<script>two</script>' }),
    object('technique', 'T1048'),
    object('detection-strategy', 'DET0001'),
    object('analytic', 'AN0002', {
      description: 'Look.',
      details: {
        platforms: ['Windows'],
        logSources: [{ name: 'Sysmon', channel: 'EventCode=1', component: null }],
      },
    }),
    object('analytic', 'AN0001'),
    object('mitigation', 'M1001', { description: 'Of the mitigation.' }),
    object('software', 'S0001'),
    ...groups.map((id) => object('group', id)),
  ],
  relations: [
    { sourceId: 'DET0001', kind: 'detects', targetId: 'T1562.001', description: null },
    { sourceId: 'DET0001', kind: 'contains', targetId: 'AN0002', description: null },
    { sourceId: 'DET0001', kind: 'contains', targetId: 'AN0001', description: null },
    {
      sourceId: 'M1001',
      kind: 'mitigates',
      targetId: 'T1562.001',
      description: '[Here](https://x.test).',
    },
    { sourceId: 'S0001', kind: 'uses', targetId: 'T1048', description: 'Long.' },
    ...groups.map((sourceId) => ({
      ...{ sourceId, kind: 'uses' as const, targetId: 'T1562.001', description: 'Long.' },
    })),
  ],
}

describe('getAttackContext', () => {
  it('is empty before a release is loaded', async () => {
    expect(await getAttackContext(db, ['T1048'])).toEqual({
      ...{ release: null, notice: null, techniques: [] },
    })
  })

  it('says of an id of any release what the loaded one says', async () => {
    await storeAttackRelease(db, RELEASE)
    const context = await getAttackContext(db, ['t1685', 'T1048', 'T1685', 'T9999', 'T1684'])
    expect(context).toMatchObject({ release: '18.1', notice: RELEASE.notice })
    expect(context.techniques.map(({ id, releaseId }) => `${id} ${releaseId}`)).toEqual([
      'T1685 T1562.001',
      'T1048 T1048',
    ])
    const [first, second] = context.techniques
    expect(first?.description).toEqual(['One.', '<script>two</script>'])
    expect(first?.detectionStrategies).toMatchObject([
      {
        id: 'DET0001',
        analytics: [
          { id: 'AN0001', platforms: [], description: [], logSources: [] },
          {
            ...{ id: 'AN0002', platforms: ['Windows'], description: ['Look.'] },
            logSources: [{ name: 'Sysmon', channel: 'EventCode=1', component: null }],
          },
        ],
      },
    ])
    expect(first?.mitigations).toMatchObject({ total: 1, shown: [{ description: ['Here.'] }] })
    expect(first?.groups.total).toBe(20)
    expect(first?.groups.shown.map(({ id }) => id)).toEqual(groups.slice(0, 15))
    expect(first?.software).toEqual({ shown: [], total: 0 })
    expect(second?.software.shown).toEqual([
      { id: 'S0001', name: 'Name of S0001', url: 'https://attack.mitre.org/S0001' },
    ])
    expect(second?.detectionStrategies).toEqual([])
  })

  it('puts a release in the place of what was stored of it, and keeps the others', async () => {
    const counts = async () => [
      await db.attackRelease.count(),
      await db.attackObject.count(),
      await db.attackRelation.count(),
    ]
    const before = await counts()
    await storeAttackRelease(db, RELEASE)
    expect(await counts()).toEqual(before)
    await Promise.all([storeAttackRelease(db, RELEASE), storeAttackRelease(db, RELEASE)])
    expect(await counts()).toEqual(before)

    const newer = {
      ...RELEASE,
      version: '19.1',
      objects: [object('technique', 'T1685')],
      relations: [],
    }
    await storeAttackRelease(db, newer)
    const context = await getAttackContext(db, ['T1562.001', 'T1048'])
    expect(context.release).toBe('19.1')
    expect(context.techniques).toMatchObject([{ id: 'T1562.001', releaseId: 'T1685' }])
    await storeAttackRelease(db, { ...newer, version: '9.0' })
    expect((await getAttackContext(db, [])).release).toBe('19.1')
  })

  it('keeps what was there where storing fails', async () => {
    const before = await db.attackObject.count()
    const [first] = RELEASE.objects
    const objects = first === undefined ? [] : [first, first]
    const seen: number[] = []
    await expect(
      storeAttackRelease(db, { ...RELEASE, objects }, (done) => seen.push(done)),
    ).rejects.toThrow()
    expect(await db.attackObject.count()).toBe(before)
    expect(seen).toEqual([])
  })
})
