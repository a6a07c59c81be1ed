import { ACTING_PROCESS } from './acting-process-rows'
import { longPath, registryData, registryObject, registryWord } from './registry-object'
import { assumed, type Recipe, read, SOURCES } from './source'
import { field, type SysmonEvent } from './sysmon-event'

/** Keys of a logged-on user begin with HKEY_CURRENT_USER and the user's SID. */
export function defenderPath(path: string): string {
  const users = /^HKU\\S-1-5-21-/i.test(path) ? 'HKEY_CURRENT_USER' : 'HKEY_USERS'
  return longPath(path, 'HKEY_LOCAL_MACHINE', users)
}

const keyOf = (event: SysmonEvent) => defenderPath(registryObject(event).key)
const isDeleted = (event: SysmonEvent) => field(event, 'EventType').startsWith('Delete')
const isRenamed = (event: SysmonEvent) => field(event, 'EventType') === 'RenameKey'
const hasData = (event: SysmonEvent) => field(event, 'EventType') === 'SetValue'

/** The same event as Defender for Endpoint reports it: what is gone stands in Previous…. */
export const DEVICE_REGISTRY_EVENTS: readonly Recipe[] = [
  ...ACTING_PROCESS,
  ...read(SOURCES.registryDefender, {
    ActionType: registryWord,
    RegistryKey: (event) => {
      if (isRenamed(event)) return defenderPath(field(event, 'NewName'))
      return isDeleted(event) ? '' : keyOf(event)
    },
    RegistryValueName: (event) => (isDeleted(event) ? '' : registryObject(event).value),
    PreviousRegistryKey: (event) => (isDeleted(event) || isRenamed(event) ? keyOf(event) : ''),
    PreviousRegistryValueName: (event) => (isDeleted(event) ? registryObject(event).value : ''),
  }),
  // Decimal numbers and the words of the types are in published queries; binary data is not.
  ...assumed(SOURCES.registryDefender, {
    RegistryValueType: (event) => (hasData(event) ? registryData(event).type : ''),
    RegistryValueData: (event) => (hasData(event) ? registryData(event).data : ''),
  }),
]
