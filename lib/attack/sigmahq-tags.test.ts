import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { resolveAttackTags } from './resolve-attack-tags'

// SigmaHQ's rules have a licence of their own and are no part of this project.
const corpus = join(process.cwd(), '..', 'shared', 'data', 'sigma')
const present = existsSync(corpus)

describe.skipIf(!present)(
  `tags of SigmaHQ${present ? '' : ' (skipped: ../shared/data/sigma is absent)'}`,
  () => {
    const tagLists = present ? readTagLists() : []
    const resolved = resolveAttackTags(tagLists.flat())

    it('are all read', () => {
      expect(tagLists.length).toBeGreaterThan(2_800)
    })

    it('all name something that ATT&CK has', () => {
      expect(resolved.unknown).toEqual([])
      expect(resolved.techniques.filter((each) => each.state === 'unknown')).toEqual([])
      const named = [resolved.groups, resolved.software, resolved.dataSources].flat()
      expect(named.filter((each) => each.name === null)).toEqual([])
    })

    it('lose nothing', () => {
      const counted =
        resolved.techniques.length +
        resolved.tactics.filter((each) => each.origin === 'tag').length +
        [resolved.groups, resolved.software, resolved.campaigns, resolved.dataSources].flat()
          .length +
        resolved.cves.length +
        resolved.detections.length +
        resolved.other.length
      expect(counted).toBe(new Set(tagLists.flat()).size)
    })
  },
)

function readTagLists(): string[][] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith('rules') && path.endsWith('.yml'))
    .flatMap((path) => {
      const text = readFileSync(join(corpus, path), 'utf8')
      return loadAll(text).map((document) => (document as { tags?: string[] }).tags ?? [])
    })
}
