import * as linux from './linux-sysmon-rows'
import type { Recipe } from './source'
import type { EventId } from './sysmon-event'
import * as asim from './unix-asim-rows'
import * as device from './unix-device-rows'

type Filled = Readonly<Record<string, Readonly<Partial<Record<EventId, readonly Recipe[]>>>>>

const DEFENDER: Filled = {
  DeviceProcessEvents: { 1: device.PROCESS },
  DeviceNetworkEvents: { 3: device.NETWORK },
  DeviceFileEvents: { 11: device.FILE },
  _Im_ProcessCreate: { 1: asim.PROCESS },
  _Im_NetworkSession: { 3: asim.NETWORK },
  _Im_FileEvent: { 11: asim.FILE },
}

/** What each way of Linux and macOS fills. */
export const UNIX_RECIPES = {
  'sysmon-linux': {
    Syslog: { 1: linux.SYSLOG, 3: linux.SYSLOG, 11: linux.SYSLOG },
    _Im_ProcessCreate: { 1: linux.PROCESS },
    _Im_NetworkSession: { 3: linux.NETWORK },
    _Im_FileEvent: { 11: linux.FILE },
  },
  'defender-linux': DEFENDER,
  'defender-macos': DEFENDER,
} as const satisfies Record<string, Filled>

/** The platform that DeviceInfo shows of a device that a way brings events of. */
export const DEVICE_PLATFORMS: Readonly<Record<string, string>> = {
  defender: 'Windows11',
  'defender-linux': 'Linux',
  'defender-macos': 'macOS',
}
