import { describe, expect, it } from 'vitest'
import logsources from '@/content/mappings/logsources.json'
import type { Logsource } from '@/lib/sigma/ast'
import { TARGETS } from './compiled-query'
import { unsupportedLogsource } from './unsupported-logsource'

const message = (logsource: Logsource, target: (typeof TARGETS)[number]) =>
  unsupportedLogsource(logsource, target).message

describe('unsupportedLogsource', () => {
  it.each(TARGETS)('speaks in whole sentences of every known logsource on %s', (target) => {
    for (const key of Object.keys(logsources)) {
      const [product, category, service] = key
        .split('/')
        .map((part) => (part === '-' ? undefined : part))
      const said = message(
        {
          ...(product === undefined ? {} : { product }),
          ...(category === undefined ? {} : { category }),
          ...(service === undefined ? {} : { service }),
        },
        target,
      )
      expect(said).toMatch(/^[A-Z].*[^.]\.$/)
      expect(said).not.toMatch(/none:|n\/a|undefined|null|""/)
    }
  })

  it('says why a target has nothing, and who has it', () => {
    expect(message({ product: 'windows', category: 'image_load' }, 'asim')).toBe(
      'ASIM holds no events of "windows / image_load": it has no schema for loaded images. Defender XDR and Azure Monitor hold these events.',
    )
  })

  it('says where events are that this version does not ask for', () => {
    expect(message({ product: 'windows', category: 'ps_script' }, 'azure-monitor')).toBe(
      'Azure Monitor holds the events of "windows / ps_script" in Event and WindowsEvent, but this version does not compile that logsource for it. Defender XDR holds a part of these events.',
    )
  })

  it('names what it knows where the logsource is a new one', () => {
    expect(message({ product: 'toaster', category: 'crumbs' }, 'asim')).toMatch(
      /^The logsource "toaster \/ crumbs" is none that this version knows; for ASIM it compiles "windows \/ process_creation", .* and ".*"\.$/,
    )
  })
})
