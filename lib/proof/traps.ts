/** A small rule over one kind of event, and what it must find and leave alone on every target. */
interface Trap {
  readonly name: string
  readonly category: 'process_creation' | 'network_connection'
  readonly detection: string
  readonly finds: readonly Readonly<Record<string, string>>[]
  readonly leaves: readonly Readonly<Record<string, string>>[]
}

/** Conditions that a converter easily turns into a query that runs and finds nothing, or all. */
export const TRAPS: readonly Trap[] = [
  {
    name: 'a trailing backslash is text, not an escape of the wildcard behind it',
    category: 'process_creation',
    detection: "{ sel: { 'CommandLine|contains': '\\Exclusions\\' }, condition: sel }",
    finds: [{ CommandLine: 'reg add HKLM\\x\\Exclusions\\Paths' }],
    leaves: [{ CommandLine: 'reg add HKLM\\x\\Exclusions' }, { CommandLine: '\\Exclusions*' }],
  },
  {
    name: 'an inner wildcard keeps its order',
    category: 'process_creation',
    detection: "{ sel: { 'CommandLine|contains': 'first*second' }, condition: sel }",
    finds: [{ CommandLine: 'x FIRST\nSECOND y' }],
    leaves: [{ CommandLine: 'second first' }],
  },
  {
    name: 'a question mark is one character',
    category: 'process_creation',
    detection: "{ sel: { 'Image|endswith': '\\s?c.exe' }, condition: sel }",
    finds: [{ Image: 'C:\\a\\SVC.exe' }],
    leaves: [{ Image: 'C:\\a\\sc.exe' }, { Image: 'C:\\a\\svvc.exe' }],
  },
  {
    name: 'characters that XML escapes',
    category: 'process_creation',
    detection: "{ sel: { 'CommandLine|contains|all': ['a && b', '> \"c d\"'] }, condition: sel }",
    finds: [{ CommandLine: 'cmd /c a && b > "c d"' }],
    leaves: [{ CommandLine: 'cmd /c a & b > "c d"' }],
  },
  {
    name: 'a network range under a negation keeps addresses of the other kind',
    category: 'network_connection',
    detection:
      "{ sel: { Initiated: 'true', DestinationPort: 4444 }, net: { 'DestinationIp|cidr': ['10.0.0.0/8', 'fe80::/10'] }, condition: sel and not net }",
    finds: [
      {
        Initiated: 'true',
        DestinationPort: '4444',
        DestinationIp: '203.0.113.9',
        Image: 'C:\\a.exe',
      },
      {
        Initiated: 'true',
        DestinationPort: '4444',
        DestinationIp: '2001:db8::1',
        Image: 'C:\\a.exe',
      },
    ],
    leaves: [
      { Initiated: 'true', DestinationPort: '4444', DestinationIp: '10.1.2.3', Image: 'C:\\a.exe' },
      { Initiated: 'true', DestinationPort: '4444', DestinationIp: 'fe80::1', Image: 'C:\\a.exe' },
      {
        Initiated: 'false',
        DestinationPort: '4444',
        DestinationIp: '203.0.113.9',
        Image: 'C:\\a.exe',
      },
    ],
  },
  {
    name: 'source and destination turn with the direction',
    category: 'network_connection',
    detection: '{ sel: { DestinationPort: 3389, SourceIp: 198.51.100.4 }, condition: sel }',
    finds: [
      { Initiated: 'false', DestinationPort: '3389', SourceIp: '198.51.100.4', Image: 'C:\\a.exe' },
      { Initiated: 'true', DestinationPort: '3389', SourceIp: '198.51.100.4', Image: 'C:\\a.exe' },
    ],
    leaves: [
      {
        Initiated: 'false',
        SourcePort: '3389',
        DestinationPort: '1',
        SourceIp: '198.51.100.4',
        Image: 'C:\\a.exe',
      },
    ],
  },
  {
    name: 'a regular expression minds case, a string does not',
    category: 'process_creation',
    detection:
      "{ sel: { 'CommandLine|re': 'Foo[0-9]+' }, other: { CommandLine: BAR }, condition: sel or other }",
    finds: [{ CommandLine: 'x Foo1' }, { CommandLine: 'bar' }],
    leaves: [{ CommandLine: 'x foo1' }, { CommandLine: 'bar ' }],
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
    name: 'letters beyond ASCII in either case',
    category: 'process_creation',
    detection:
      "{ sel: { 'CommandLine|contains': 'contraseña' }, other: { CommandLine: 'À DISTANCE' }, condition: sel or other }",
    finds: [{ CommandLine: 'net user CONTRASEÑA' }, { CommandLine: 'à distance' }],
    leaves: [{ CommandLine: 'net user contrasena' }],
  },
  {
    name: 'an IPv6 address that only looks like a mapped one',
    category: 'network_connection',
    detection:
      "{ sel: { DestinationPort: 4444 }, net: { 'DestinationIp|cidr': 'fe80::/10' }, condition: sel and not net }",
    finds: [
      {
        Initiated: 'true',
        DestinationPort: '4444',
        DestinationIp: '2001:db8::ffff:1',
        Image: 'C:\\a.exe',
      },
    ],
    leaves: [
      {
        Initiated: 'true',
        DestinationPort: '4444',
        DestinationIp: 'fe80::ffff:1:2',
        Image: 'C:\\a.exe',
      },
    ],
  },
  {
    name: 'the host that recorded the connection, not the other end',
    category: 'network_connection',
    detection: '{ sel: { Computer: host.example.org, DestinationPort: 4444 }, condition: sel }',
    finds: [
      {
        Initiated: 'true',
        DestinationPort: '4444',
        DestinationHostname: 'evil.example.net',
        Image: 'C:\\a.exe',
      },
    ],
    leaves: [{ Initiated: 'true', DestinationPort: '4445', Image: 'C:\\a.exe' }],
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
