import type { Trap } from './trap'

/** What differs on Linux and macOS: slashes, accounts without a domain, numbers of users. */
export const UNIX_TRAPS: readonly Trap[] = [
  {
    name: 'a backslash is a letter, a slash parts a path',
    category: 'process_creation',
    product: 'linux',
    detection:
      "{ sel: { 'Image|endswith': '/curl', 'CommandLine|contains': '\\\\x41' }, condition: sel }",
    finds: [{ Image: '/usr/bin/curl', CommandLine: 'curl \\x41' }],
    leaves: [
      { Image: '/usr/bin/mycurl', CommandLine: 'curl \\x41' },
      { Image: '/usr/bin/curl', CommandLine: 'curl x41' },
    ],
  },
  {
    name: 'case is not minded, though the system minds it',
    category: 'process_creation',
    product: 'macos',
    detection: "{ sel: { 'Image|endswith': '/OSASCRIPT', User: ROOT }, condition: sel }",
    finds: [{ Image: '/usr/bin/osascript', User: 'root' }],
    leaves: [{ Image: '/usr/bin/osascript', User: 'roots' }],
  },
  {
    name: 'characters that XML escapes, and braces that stay',
    category: 'process_creation',
    product: 'linux',
    detection:
      "{ sel: { 'CommandLine|contains|all': ['a && b', '>&'] }, ifs: { 'CommandLine|contains': '{ls,-l}' }, condition: sel or ifs }",
    finds: [{ CommandLine: 'sh -c a && b >& /dev/null' }, { CommandLine: 'sh -c {ls,-l} /etc' }],
    leaves: [{ CommandLine: 'sh -c a & b > c' }, { CommandLine: 'echo {ls,-l' }],
  },
  {
    name: 'an account without a domain',
    category: 'process_creation',
    product: 'linux',
    detection: "{ sel: { User: 'root', 'ParentUser|startswith': 'www' }, condition: sel }",
    finds: [{ User: 'root', ParentUser: 'www-data' }],
    leaves: [
      { User: 'ann', ParentUser: 'www-data' },
      { User: 'root', ParentUser: 'root' },
    ],
  },
  {
    name: "LogonId is the user's number",
    category: 'process_creation',
    product: 'linux',
    detection: "{ sel: { LogonId: 0, CurrentDirectory: '/var/tmp' }, condition: sel }",
    finds: [{ User: 'root', LogonId: '0', CurrentDirectory: '/var/tmp' }],
    leaves: [
      { User: 'ann', LogonId: '1000', CurrentDirectory: '/var/tmp' },
      { User: 'root', LogonId: '0', CurrentDirectory: '/var/tmp/a' },
    ],
  },
  {
    name: 'a parent by its full path, in whichever case a table keeps it',
    category: 'process_creation',
    product: 'macos',
    detection:
      "{ sel: { 'ParentImage|startswith': '/Applications/', 'ParentImage|endswith': '/Word' }, condition: sel }",
    finds: [{ Image: '/bin/sh', ParentImage: '/Applications/Word.app/Contents/MacOS/Word' }],
    leaves: [{ Image: '/bin/sh', ParentImage: '/Users/ann/Applications/Word' }],
  },
  {
    name: 'case that a rule minds, where a table has lost it',
    category: 'file_event',
    product: 'macos',
    detection:
      "{ sel: { 'Image|re': '/Applications/W[a-z]+', 'TargetFilename|endswith|cased': .Sh }, condition: sel }",
    finds: [{ Image: '/Applications/Word.app/Word', TargetFilename: '/tmp/a.Sh' }],
    leaves: [
      { Image: '/Applications/Word.app/Word', TargetFilename: '/tmp/a.sh' },
      { Image: '/Applications/Excel.app/Excel', TargetFilename: '/tmp/a.Sh' },
    ],
  },
  {
    name: 'a created file by its whole path, which a parser writes with the name twice',
    category: 'file_event',
    product: 'linux',
    detection:
      "{ whole: { TargetFilename: /etc/passwd }, end: { 'TargetFilename|endswith': /cron.d/a }, folder: { 'TargetFilename|startswith': /etc/sudoers.d/ }, condition: 1 of them }",
    finds: [
      { TargetFilename: '/etc/passwd' },
      { TargetFilename: '/etc/cron.d/a' },
      { TargetFilename: '/etc/sudoers.d/x' },
      { TargetFilename: '/srv/cron.d/a' },
    ],
    leaves: [
      { TargetFilename: '/etc/passwd/passwd' },
      { TargetFilename: '/etc/passwd.bak' },
      { TargetFilename: '/etc/cron.d/a/a/b' },
    ],
  },
  {
    name: 'the same on macOS',
    category: 'file_event',
    product: 'macos',
    detection:
      "{ sel: { 'TargetFilename|contains': /Library/LaunchAgents/, 'TargetFilename|endswith': '.plist' }, net: { Image: /usr/sbin/installer }, condition: sel and not net }",
    finds: [{ TargetFilename: '/Users/a/Library/LaunchAgents/b.plist', Image: '/bin/bash' }],
    leaves: [
      { TargetFilename: '/Users/a/Library/LaunchAgents/b.plist', Image: '/usr/sbin/installer' },
      { TargetFilename: '/Users/a/Library/LaunchAgents/b.txt', Image: '/bin/bash' },
    ],
  },
  {
    name: 'a program by its full path where rows have its name only',
    category: 'network_connection',
    product: 'linux',
    detection:
      "{ sel: { 'Image|endswith': '/curl', Initiated: 'true' }, net: { 'DestinationIp|cidr': 10.0.0.0/8 }, condition: sel and not net }",
    finds: [{ Image: '/usr/bin/curl', Initiated: 'true', DestinationIp: '203.0.113.9' }],
    leaves: [
      { Image: '/usr/bin/curl', Initiated: 'true', DestinationIp: '10.1.2.3' },
      { Image: '/usr/bin/mycurl', Initiated: 'true', DestinationIp: '203.0.113.9' },
      {
        Image: '/usr/bin/curl',
        Initiated: 'false',
        SourceIp: '203.0.113.9',
        DestinationIp: '192.0.2.1',
      },
    ],
  },
  {
    name: 'ports and addresses turn with the direction',
    category: 'network_connection',
    product: 'linux',
    detection: '{ sel: { DestinationPort: 22, SourceIp: 198.51.100.4 }, condition: sel }',
    finds: [
      {
        Image: '/usr/sbin/sshd',
        Initiated: 'false',
        SourceIp: '198.51.100.4',
        DestinationPort: '22',
      },
    ],
    leaves: [
      { Image: '/usr/bin/ssh', Initiated: 'true', SourceIp: '10.0.0.9', DestinationPort: '22' },
    ],
  },
]
