import { call, column, type KqlExpression, literal } from '@/lib/kql/ast'
import type { FieldMapping } from '../../mapping'

/** A column of text as it is. */
export const text = (name: string): FieldMapping => ({
  kind: 'value',
  value: column(name),
  type: 'string',
})

/** `DOMAIN\user`, as Windows events write it; a row without a domain keeps the bare name. */
export function account(domain: string, name: string): KqlExpression {
  return call(
    'iff',
    call('isempty', column(domain)),
    column(name),
    call('strcat', column(domain), literal('\\'), column(name)),
  )
}

/** The acting process's path. Published rows hold it in lower case, on every system. */
export const ACTING_PATH: FieldMapping = {
  kind: 'value',
  value: column('InitiatingProcessFolderPath'),
  type: 'string',
  losesCase: true,
}

/** Sysmon's `Hashes` in columns of one hash each; Defender computes no import hash. */
export const HASHES: Readonly<Record<string, FieldMapping>> = {
  Hashes: { kind: 'hashes', columns: { MD5: 'MD5', SHA1: 'SHA1', SHA256: 'SHA256' } },
  md5: text('MD5'),
  sha1: text('SHA1'),
  sha256: text('SHA256'),
}

/**
 * Who did it, in the tables of what a process does: `Image` is the acting process, never the file
 * that was acted on. Its parent is kept by file name only. Request… columns are a remote client's.
 */
export const INITIATING_PROCESS: Readonly<Record<string, FieldMapping>> = {
  Image: ACTING_PATH,
  CommandLine: text('InitiatingProcessCommandLine'),
  ParentImage: {
    kind: 'value',
    value: column('InitiatingProcessParentFileName'),
    type: 'string',
    holds: 'base-name',
  },
  User: {
    kind: 'value',
    value: account('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName'),
    type: 'string',
  },
  ProcessId: { kind: 'value', value: column('InitiatingProcessId'), type: 'long' },
  Computer: text('DeviceName'),
}
