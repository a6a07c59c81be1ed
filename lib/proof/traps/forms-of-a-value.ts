import type { Trap } from './trap'

/** Values that a table or a parser keeps in another form than the rule writes them. */
export const FORM_TRAPS: readonly Trap[] = [
  {
    name: 'characters that XML escapes',
    category: 'process_creation',
    detection: "{ sel: { 'CommandLine|contains|all': ['a && b', '> \"c d\"'] }, condition: sel }",
    finds: [{ CommandLine: 'cmd /c a && b > "c d"' }],
    leaves: [{ CommandLine: 'cmd /c a & b > "c d"' }],
  },
  {
    name: 'built-in accounts, which security events show as the computer itself',
    category: 'process_creation',
    detection:
      "{ sel: { 'User|contains': ['AUTHORI', 'AUTORI'] }, net: { 'User|endswith': '\\NETWORK SERVICE' }, condition: sel and not net }",
    finds: [{ User: 'NT AUTHORITY\\SYSTEM' }, { User: 'NT AUTHORITY\\LOCAL SERVICE' }],
    leaves: [{ User: 'NT AUTHORITY\\NETWORK SERVICE' }, { User: 'CORP\\ann' }],
  },
  {
    name: 'outer braces, which an ASIM parser takes away',
    category: 'process_creation',
    detection:
      "{ sel: { 'CommandLine|endswith': ':{3E5F-11}' }, other: { 'CommandLine|contains': '{0}' }, condition: sel or other }",
    finds: [{ CommandLine: 'DllHost.exe /Processid:{3E5F-11}' }, { CommandLine: 'x -f {0}' }],
    leaves: [{ CommandLine: 'DllHost.exe /Processid:{3E5F-12}' }, { CommandLine: 'x -f {1} y' }],
  },
  {
    name: 'absent and empty under a negation',
    category: 'process_creation',
    detection:
      "{ sel: { 'Image|endswith': '\\a.exe' }, none: { CommandLine: null }, condition: sel and not none }",
    finds: [{ Image: 'C:\\a.exe', CommandLine: 'x' }],
    leaves: [{ Image: 'C:\\a.exe', CommandLine: '' }],
  },
]
