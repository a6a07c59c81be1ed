import type { Trap } from './trap'

/** Keys, values, data and kinds of events of the registry. */
export const REGISTRY_TRAPS: readonly Trap[] = [
  {
    name: 'the name of a value is no part of its key',
    category: 'registry_set',
    detection: "{ sel: { 'TargetObject|endswith': '\\Lsa\\RunAsPPL' }, condition: sel }",
    finds: [{ TargetObject: 'HKLM\\SOFTWARE\\Control\\Lsa\\RunAsPPL' }],
    leaves: [
      { TargetObject: 'HKLM\\SOFTWARE\\Control\\Lsa\\RunAsPPL\\Other' },
      { TargetObject: 'HKLM\\SOFTWARE\\Control\\Lsa' },
      { TargetObject: 'HKLM\\SOFTWARE\\Control\\xLsa\\RunAsPPL' },
    ],
  },
  {
    name: 'a literal across the seam of key and value, and one that ends at it',
    category: 'registry_set',
    detection:
      "{ seam: { 'TargetObject|contains': 'version\\run' }, end: { 'TargetObject|contains': '\\Exclusions\\' }, condition: seam or end }",
    finds: [
      { TargetObject: 'HKLM\\SOFTWARE\\CurrentVersion\\RunThis' },
      { TargetObject: 'HKLM\\SOFTWARE\\Exclusions\\Paths' },
      { TargetObject: 'HKLM\\SOFTWARE\\Exclusions\\Paths\\C:\\Temp' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\SOFTWARE\\Exclusions' },
      { TargetObject: 'HKLM\\SOFTWARE\\CurrentVersion\\xRun' },
    ],
  },
  {
    name: 'a value whose name is a path',
    category: 'registry_set',
    detection:
      "{ sel: { 'TargetObject|endswith': 'Exclusions\\Paths\\C:\\Users\\Public' }, condition: sel }",
    finds: [{ TargetObject: 'HKLM\\SOFTWARE\\Exclusions\\Paths\\C:\\Users\\Public' }],
    leaves: [{ TargetObject: 'HKLM\\SOFTWARE\\Exclusions\\Paths\\C:\\Users' }],
  },
  {
    name: 'the value without a name',
    category: 'registry_set',
    detection:
      "{ sel: { 'TargetObject|endswith': '\\shell\\open\\command\\(Default)' }, condition: sel }",
    finds: [
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500_Classes\\x\\shell\\open\\command\\(Default)' },
    ],
    leaves: [
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500_Classes\\x\\shell\\open\\command\\Other' },
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500_Classes\\x\\shell\\open\\command' },
    ],
  },
  {
    name: 'hives by their abbreviations',
    category: 'registry_set',
    detection:
      "{ sel: { 'TargetObject|startswith': ['HKLM\\Software\\A\\', 'HKU\\S-1-5-21-', 'HKCR\\ms-settings'] }, condition: sel }",
    finds: [
      { TargetObject: 'HKLM\\SOFTWARE\\A\\b' },
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\b' },
      { TargetObject: 'HKCR\\ms-settings\\b' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\SOFTWARE\\B\\b' },
      { TargetObject: 'HKU\\S-1-5-18\\Software\\b' },
      { TargetObject: 'HKLM\\SOFTWARE\\HKLM\\Software\\A\\b' },
    ],
  },
  {
    name: 'a pattern that begins within a hive, and one that the long name alone would satisfy',
    category: 'registry_set',
    detection:
      "{ in: { 'TargetObject|contains': 'LM\\Software\\A\\' }, long: { 'TargetObject|contains': 'user' }, condition: in or long }",
    finds: [
      { TargetObject: 'HKLM\\SOFTWARE\\A\\b' },
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\Userinit' },
      { TargetObject: 'HKLM\\SOFTWARE\\xLM\\Software\\a\\b' },
    ],
    leaves: [
      { TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\b' },
      { TargetObject: 'HKU\\.DEFAULT\\Software\\b' },
    ],
  },
  {
    name: 'the control set in use, under its number',
    category: 'registry_set',
    detection:
      "{ start: { 'TargetObject|startswith': 'HKLM\\System\\CurrentControlSet\\Services\\' }, mid: { 'TargetObject|contains': '\\CurrentControlSet\\Control\\' }, cut: { 'TargetObject|contains': 'ControlSet\\Enum\\' }, name: { 'TargetObject|endswith': '\\b' }, condition: 1 of * and name }",
    finds: [
      { TargetObject: 'HKLM\\System\\CurrentControlSet\\Services\\a\\b' },
      { TargetObject: 'HKLM\\System\\CurrentControlSet\\Control\\b' },
      { TargetObject: 'HKLM\\System\\CurrentControlSet\\Enum\\b' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\System\\CurrentControlSet\\Services\\a' },
      { TargetObject: 'HKLM\\System\\CurrentControlSetx\\Control\\a' },
    ],
  },
  {
    name: 'a regular expression over the whole path',
    category: 'registry_set',
    detection:
      "{ sel: { 'TargetObject|re': '^HKLM\\\\System\\\\CurrentControlSet\\\\[a-z]+\\\\b$' }, condition: sel }",
    finds: [{ TargetObject: 'HKLM\\System\\CurrentControlSet\\services\\b' }],
    leaves: [{ TargetObject: 'HKLM\\System\\CurrentControlSet\\Services\\b' }],
  },
  {
    name: 'characters that XML escapes, and braces at either end',
    category: 'registry_set',
    detection:
      "{ name: { 'TargetObject|endswith': '\\a & b' }, data: { Details: '{0-1}<x>' }, condition: name and data }",
    finds: [{ TargetObject: 'HKLM\\SOFTWARE\\a & b', Details: '{0-1}<x>' }],
    leaves: [
      { TargetObject: 'HKLM\\SOFTWARE\\a & c', Details: '{0-1}<x>' },
      { TargetObject: 'HKLM\\SOFTWARE\\a & b', Details: '0-1}<x>' },
    ],
  },
  {
    name: 'numbers, which others hold in decimal',
    category: 'registry_set',
    detection:
      "{ sel: { Details: ['DWORD (0x00000010)', 'QWORD (0x00000001-0x00000000)'] }, part: { 'Details|contains': '0x000000ff' }, condition: sel or part }",
    finds: [
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000010)' },
      { TargetObject: 'HKLM\\a\\b', Details: 'QWORD (0x00000001-0x00000000)' },
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x000000ff)' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000001)' },
      { TargetObject: 'HKLM\\a\\b', Details: '0x00000010' },
      { TargetObject: 'HKLM\\a\\b', Details: '16' },
      { TargetObject: 'HKLM\\a\\b', Details: 'QWORD (0x00000000-0x00000010)' },
      { TargetObject: 'HKLM\\a\\b', Details: 'QWORD (0x00000000-0x00000001)' },
    ],
  },
  {
    name: 'a text of digits is no number',
    category: 'registry_set',
    detection:
      "{ sel: { 'Details|startswith': '4' }, other: { Details: 0 }, condition: sel or other }",
    finds: [
      { TargetObject: 'HKLM\\a\\b', Details: '40' },
      { TargetObject: 'HKLM\\a\\b', Details: '0' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000004)' },
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000000)' },
    ],
  },
  {
    name: 'binary and empty data, in a filter too',
    category: 'registry_set',
    detection:
      "{ sel: { 'TargetObject|endswith': '\\b' }, no: { Details: ['(Empty)', 'Binary Data', 'DWORD (0x00000000)'] }, condition: sel and not no }",
    finds: [
      { TargetObject: 'HKLM\\a\\b', Details: 'x' },
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000001)' },
    ],
    leaves: [
      { TargetObject: 'HKLM\\a\\b', Details: '(Empty)' },
      { TargetObject: 'HKLM\\a\\b', Details: 'Binary Data' },
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x00000000)' },
    ],
  },
  {
    name: 'empty data is no binary data, and no key without any',
    category: 'registry_event',
    detection:
      "{ sel: { 'TargetObject|contains': '\\Configuration' }, no: { Details: '(Empty)' }, none: { Details: [null, ''] }, set: { EventType: SetValue }, condition: sel and not no and not (set and none) }",
    finds: [
      { EventID: '12', EventType: 'CreateKey', TargetObject: 'HKLM\\SOFTWARE\\Configuration' },
      { TargetObject: 'HKLM\\SOFTWARE\\Configuration', Details: 'Binary Data' },
    ],
    leaves: [{ TargetObject: 'HKLM\\SOFTWARE\\Configuration', Details: '(Empty)' }],
  },
  {
    name: 'only keys that were created',
    category: 'registry_add',
    detection: "{ sel: { 'TargetObject|contains': '\\NetWire' }, condition: sel }",
    finds: [{ EventType: 'CreateKey', TargetObject: 'HKLM\\SOFTWARE\\NetWire' }],
    leaves: [
      { EventType: 'DeleteKey', TargetObject: 'HKLM\\SOFTWARE\\NetWire' },
      { EventType: 'DeleteValue', TargetObject: 'HKLM\\SOFTWARE\\NetWire\\a' },
      { EventID: '13', EventType: 'SetValue', TargetObject: 'HKLM\\SOFTWARE\\NetWire\\a' },
    ],
  },
  {
    name: 'only what was deleted, keys and values apart',
    category: 'registry_delete',
    detection:
      "{ sel: { 'TargetObject|endswith': '\\RunMRU' }, value: { EventType: DeleteValue, 'TargetObject|endswith': '\\Tree\\Task\\SD' }, condition: sel or value }",
    finds: [
      { EventType: 'DeleteKey', TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\RunMRU' },
      { EventType: 'DeleteValue', TargetObject: 'HKLM\\SOFTWARE\\Tree\\Task\\SD' },
    ],
    leaves: [
      { EventType: 'CreateKey', TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\RunMRU' },
      { EventType: 'DeleteKey', TargetObject: 'HKLM\\SOFTWARE\\Tree\\Task\\SD' },
      { EventType: 'DeleteValue', TargetObject: 'HKU\\S-1-5-21-1-2-3-500\\Software\\RunMRU\\a' },
    ],
  },
  {
    name: 'a kind of event that the rule asks for, by its word, a pattern or its id',
    category: 'registry_event',
    detection:
      "{ sel: { 'TargetObject|contains': '\\Run' }, word: { EventType: CreateKey }, part: { 'EventType|startswith': Delete }, id: { EventID: 13 }, condition: sel and (word or part or id) }",
    finds: [
      { EventID: '12', EventType: 'CreateKey', TargetObject: 'HKLM\\SOFTWARE\\Run' },
      { EventID: '12', EventType: 'DeleteKey', TargetObject: 'HKLM\\SOFTWARE\\Run' },
      { EventID: '12', EventType: 'DeleteValue', TargetObject: 'HKLM\\SOFTWARE\\Run\\a' },
      { EventID: '13', EventType: 'SetValue', TargetObject: 'HKLM\\SOFTWARE\\Run\\a' },
    ],
    leaves: [
      {
        EventID: '14',
        EventType: 'RenameKey',
        TargetObject: 'HKLM\\SOFTWARE\\Run',
        NewName: 'HKLM\\SOFTWARE\\x',
      },
      { EventID: '12', EventType: 'CreateKey', TargetObject: 'HKLM\\SOFTWARE\\x' },
    ],
  },
  {
    name: 'old and new name of a renamed key',
    category: 'registry_rename',
    detection:
      "{ old: { 'TargetObject|endswith': '\\Old' }, new: { NewName: 'HKLM\\SYSTEM\\CurrentControlSet\\New' }, condition: old and new }",
    finds: [
      {
        TargetObject: 'HKLM\\System\\CurrentControlSet\\Old',
        NewName: 'HKLM\\System\\CurrentControlSet\\New',
      },
    ],
    leaves: [
      {
        TargetObject: 'HKLM\\System\\CurrentControlSet\\New',
        NewName: 'HKLM\\System\\CurrentControlSet\\Old',
      },
    ],
  },
]
