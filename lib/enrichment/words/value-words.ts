/**
 * What well-known values mean, by field: Windows' logon types (event 4624), integrity levels
 * (mandatory label SIDs) and Kerberos encryption types (RFC 3961 registry).
 */
const MEANINGS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'logontype',
    new Map([
      ['2', 'interactive'],
      ['3', 'network'],
      ['4', 'batch'],
      ['5', 'service'],
      ['7', 'unlock'],
      ['8', 'network, clear text'],
      ['9', 'new credentials'],
      ['10', 'remote interactive'],
    ]),
  ],
  [
    'integritylevel',
    new Map([
      ['S-1-16-4096', 'low'],
      ['S-1-16-8192', 'medium'],
      ['S-1-16-12288', 'high'],
      ['S-1-16-16384', 'system'],
    ]),
  ],
  [
    'ticketencryptiontype',
    new Map([
      ['0x1', 'DES'],
      ['0x3', 'DES'],
      ['0x11', 'AES-128'],
      ['0x12', 'AES-256'],
      ['0x17', 'RC4'],
      ['0x18', 'RC4'],
    ]),
  ],
])

/** One field with one value that is clearer as a statement of its own, with its opposite. */
const STATEMENTS: ReadonlyMap<string, readonly [yes: string, no: string]> = new Map([
  [
    'initiated=true',
    ['this machine opens the connection', 'this machine does not open the connection'],
  ],
  [
    'initiated=false',
    ['the connection comes from outside', 'the connection does not come from outside'],
  ],
  ['signed=true', ['the file is signed', 'the file is not signed']],
  ['signed=false', ['the file is not signed', 'the file is signed']],
])

/** Null where the value has no meaning that a reader has to be told. */
export function meaningOf(field: string | null, value: string): string | null {
  return MEANINGS.get(field?.toLowerCase() ?? '')?.get(value) ?? null
}

/** A whole clause for one value of a field, or null. */
export function statementOf(field: string | null, value: string, negated: boolean): string | null {
  const statement = STATEMENTS.get(`${field?.toLowerCase() ?? ''}=${value.toLowerCase()}`)
  return statement === undefined ? null : statement[negated ? 1 : 0]
}
