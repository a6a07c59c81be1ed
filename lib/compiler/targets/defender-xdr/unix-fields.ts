import { call, column, filter, type KqlExpression, or, property } from '@/lib/kql/ast'
import type { FieldMapping, SingleSource, ValueMapping } from '../../mapping'
import { isNoOtherDevice, otherDevices, type UnixProduct } from '../unix-devices'

/**
 * What the device tables hold of Linux and macOS, as published rows show (Linux: Azure/Azure-Sentinel,
 * Sample Data/ASIM/M365_ProcessEvents_InesgtedLogs.csv; macOS: rknightion/graph2otel, a record each of
 * DeviceProcessEvents and DeviceNetworkEvents): paths with slashes and the file name included, on macOS
 * the acting process's in lower case, the host's name for a domain, LogonId always 0, and what else
 * POSIX knows in AdditionalFields. Of a process that ended at once Linux may know no path: FolderPath
 * is then `/`, FileName empty.
 */

export const unixText = (value: KqlExpression): ValueMapping => ({
  kind: 'value',
  value,
  type: 'string',
})

/** The acting process's path: in lower case. */
export const actingPath: ValueMapping = {
  ...unixText(column('InitiatingProcessFolderPath')),
  losesCase: true,
}

/** The acting process's parent: its file name only. */
export const unixParent: FieldMapping = {
  kind: 'value',
  value: column('InitiatingProcessParentFileName'),
  type: 'string',
  holds: 'base-name',
  separator: '/',
}

/** A table's rows of one kind of event that were recorded on this system. */
export function unixSource(
  name: string,
  product: UnixProduct,
  event: KqlExpression,
  pathColumns: readonly string[],
): SingleSource {
  return {
    kind: 'table',
    name,
    gate: [
      event,
      or(pathColumns.map((path) => filter(column(path), 'startswith', '/'))),
      isNoOtherDevice('DeviceId'),
    ],
    lets: [otherDevices(product)],
  }
}

/** A member of AdditionalFields, which is text in Defender and dynamic in a workspace. */
export function additional(...path: readonly string[]): KqlExpression {
  const bag = call('parse_json', call('tostring', column('AdditionalFields')))
  return call('tostring', path.reduce(property, bag))
}
