import type { Event } from '../match-event'

/** What a rule must find, and the honest activity next to it that it must leave alone. */
export interface Example {
  readonly finds: readonly Event[]
  readonly leaves: readonly Event[]
}

/** By the rule's file name without its extension. */
export type Examples = Readonly<Record<string, Example>>

export const SYSTEM32 = 'C:\\Windows\\System32\\'

export function connection(image: string, address: string, port: number): Event {
  return { Image: image, DestinationIp: address, DestinationPort: String(port), Initiated: 'true' }
}

/** A program under System32; its name begins with a backslash. */
export function start(program: string, commandLine: string, parent = `${SYSTEM32}cmd.exe`): Event {
  return { Image: `C:\\Windows\\System32${program}`, CommandLine: commandLine, ParentImage: parent }
}

/** A process of a system with slashes in its paths. */
export function run(image: string, commandLine: string, parent = '/usr/bin/bash'): Event {
  return { Image: image, CommandLine: commandLine, ParentImage: parent }
}

export function file(image: string, path: string): Event {
  return { Image: image, TargetFilename: path }
}
