/**
 * The kinds of Sysmon events that have row makers: 1 process creation, 2 file creation time changed,
 * 3 network connection, 7 image loaded, 11 file created, 12 registry key created or deleted, 13
 * value set, 14 key or value renamed, 15 alternate stream, 22 name looked up, 23 file deleted and
 * kept, 26 file deleted, 29 executable file created.
 */
export const EVENT_IDS = [1, 2, 3, 7, 11, 12, 13, 14, 15, 22, 23, 26, 29] as const
/** A renamed and an opened file are in the kernel's own trace (Microsoft-Windows-Kernel-File) only. */
export type EventId = (typeof EVENT_IDS)[number] | 'file-rename' | 'file-access'

export function isEventId(id: number): id is (typeof EVENT_IDS)[number] {
  return (EVENT_IDS as readonly number[]).includes(id)
}

/** One event of Sysmon. */
export interface SysmonEvent {
  readonly eventId: EventId
  /** ISO 8601, UTC. */
  readonly time: string
  readonly computer: string
  /** By Sysmon's names, as text; an absent field is no key. */
  readonly fields: Readonly<Record<string, string>>
}

/** The text of a field; empty where the event lacks it. */
export function field(event: SysmonEvent, name: string): string {
  return event.fields[name] ?? ''
}

/** Defender's name for the device of an event. */
export function deviceId(event: SysmonEvent): string {
  return `id-of-${event.computer}`
}

/** `Initiated`: the process opened the connection, so it is outbound. */
export function isOutbound(event: SysmonEvent): boolean {
  return field(event, 'Initiated').toLowerCase() === 'true'
}

/** The last part of a Windows path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}

/** One algorithm's value out of `MD5=…,SHA256=…`. */
export function hashOf(event: SysmonEvent, algorithm: string): string {
  const pairs = field(event, 'Hashes').split(',')
  const pair = pairs.find((text) => text.startsWith(`${algorithm}=`))
  return pair?.slice(algorithm.length + 1) ?? ''
}

/** `DOMAIN` and `user` of `DOMAIN\user`; a name without a domain is all user. */
export function splitAccount(account: string): { readonly domain: string; readonly name: string } {
  const at = account.indexOf('\\')
  if (at < 0) return { domain: '', name: account }
  return { domain: account.slice(0, at), name: account.slice(at + 1) }
}

/** Whom a Windows security event names for an account, and by which SID. */
export interface SecuritySubject {
  readonly domain: string
  readonly name: string
  readonly sid: string
}

const BUILT_IN_SIDS: Readonly<Record<string, string>> = {
  'NT AUTHORITY\\SYSTEM': 'S-1-5-18',
  'NT AUTHORITY\\LOCAL SERVICE': 'S-1-5-19',
  'NT AUTHORITY\\NETWORK SERVICE': 'S-1-5-20',
}

/** The account as 4688 shows it: a built-in one as the computer's own, told apart by its SID. */
export function securitySubject(event: SysmonEvent): SecuritySubject {
  const account = field(event, 'User')
  const sid = BUILT_IN_SIDS[account.toUpperCase()]
  if (sid === undefined) return { ...splitAccount(account), sid: '' }
  return { domain: 'WORKGROUP', name: `${hostName(event).toUpperCase()}$`, sid }
}

/** A decimal number in a field; null where there is none. */
export function numberOf(event: SysmonEvent, name: string): number | null {
  const text = field(event, name)
  return /^\d+$/.test(text) ? Number(text) : null
}

/** The same as one text, as SecurityEvent has it in Account. */
export function subjectAccount(event: SysmonEvent): string {
  const { domain, name } = securitySubject(event)
  return `${domain}\\${name}`
}

/** The computer's name without its domain. */
export function hostName({ computer }: SysmonEvent): string {
  return computer.split('.')[0] ?? ''
}
