import { column, filter, type KqlExpression, type LetTable, or, type Pipeline } from '@/lib/kql/ast'
import type { Variant } from '../mapping'

/** The operating systems beside Windows that rules are written for. */
export type UnixProduct = 'linux' | 'macos'

export const UNIX_PRODUCTS: readonly UnixProduct[] = ['linux', 'macos']

/** `OSPlatform` of DeviceInfo: this system and the other one with paths of slashes. */
const PLATFORM = {
  linux: { name: 'Linux', other: 'macOS' },
  macos: { name: 'macOS', other: 'Linux' },
} as const

const NAME = 'OtherDevices'
const OS = column('OSPlatform')

/**
 * Tables of Defender do not say on which system a row was recorded; DeviceInfo does, by device
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table). Devices that are
 * known to run another system are left out, rather than the others let in: a device without a row
 * there within the query's time range is then searched once too often, not missed.
 * See docs/decisions/010-scope-of-linux-and-macos-rules.md.
 */
export function otherDevices(product: UnixProduct): LetTable {
  return { name: NAME, pipeline: devices(filter(OS, '==', PLATFORM[product].other)) }
}

/**
 * The same in a workspace, which may lack DeviceInfo: then no device is left out.
 *
 * @param alsoWindows where nothing in the row itself tells a Windows device apart
 */
export function otherDevicesInWorkspace(product: UnixProduct, alsoWindows: boolean): LetTable {
  const other = filter(OS, '==', PLATFORM[product].other)
  const platforms = alsoWindows ? or([other, filter(OS, 'startswith', 'Windows')]) : other
  const empty: Pipeline = { source: { kind: 'empty', column: 'DeviceId' }, operators: [] }
  return {
    name: NAME,
    pipeline: { source: { kind: 'union', branches: [empty, devices(platforms)] }, operators: [] },
  }
}

/** True of a row whose device is not known to run another system. */
export function isNoOtherDevice(deviceId: string): KqlExpression {
  return { kind: 'in-table', operator: '!in', left: column(deviceId), table: NAME }
}

function devices(condition: KqlExpression): Pipeline {
  return {
    source: { kind: 'table', name: 'DeviceInfo' },
    operators: [
      { kind: 'where', predicate: condition },
      { kind: 'distinct', column: 'DeviceId' },
    ],
  }
}

/**
 * What remains of the other systems, said once for each query.
 *
 * @param rows which rows do not name their system
 */
export function unixScope(
  product: UnixProduct,
  rows: string,
  alsoWindows = false,
): NonNullable<Variant['scope']> {
  const { name, other } = PLATFORM[product]
  const others = alsoWindows ? `Windows or ${other}` : other
  return {
    code: 'TARGET_SCOPE_APPROXIMATED',
    message: `${rows} do not say whether they are from ${name} or from ${others}: a device that DeviceInfo shows as ${others} within the query's time range is left out, one that it does not show is searched too.`,
    effect: 'widens',
  }
}
