import type { Trap } from './trap'

/** Addresses, ports and directions of a network connection. */
export const NETWORK_CONNECTION_TRAPS: readonly Trap[] = [
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
]
