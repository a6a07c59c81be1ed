import type { Trap } from './trap'

/** What is done to files: who acted is not what was acted on, and each kind of event is its own. */
export const FILE_EVENT_TRAPS: readonly Trap[] = [
  {
    name: 'Image is the process that acts, not the file',
    category: 'file_event',
    detection:
      "{ sel: { 'TargetFilename|endswith': '.exe' }, net: { 'Image|endswith': '\\setup.exe' }, condition: sel and not net }",
    finds: [{ Image: 'C:\\Tools\\drop.exe', TargetFilename: 'C:\\Temp\\setup.exe' }],
    leaves: [{ Image: 'C:\\Temp\\setup.exe', TargetFilename: 'C:\\Tools\\drop.exe' }],
  },
  {
    name: 'a full path, equal to the last character',
    category: 'file_event',
    detection: "{ sel: { TargetFilename: 'C:\\Windows\\wow64log.dll' }, condition: sel }",
    finds: [{ TargetFilename: 'c:\\windows\\WOW64LOG.dll' }],
    leaves: [
      { TargetFilename: 'C:\\Windows\\wow64log.dll.bak' },
      { TargetFilename: 'C:\\Temp\\wow64log.dll' },
      { TargetFilename: 'C:\\Windows\\wow64log.dll\\wow64log.dll\\x' },
    ],
  },
  {
    name: 'the end of a path over two of its parts',
    category: 'file_event',
    detection: "{ sel: { 'TargetFilename|endswith': '\\Startup\\run.lnk' }, condition: sel }",
    finds: [{ TargetFilename: 'C:\\Users\\ann\\Startup\\run.lnk' }],
    leaves: [{ TargetFilename: 'C:\\Users\\ann\\Startup.old\\run.lnk' }],
  },
  {
    name: 'a folder of the same name as the file in it',
    category: 'file_event',
    detection:
      "{ sel: { 'TargetFilename|endswith': '\\a.exe\\a.exe' }, other: { TargetFilename: 'C:\\b\\b' }, condition: sel or other }",
    finds: [{ TargetFilename: 'C:\\x\\a.exe\\a.exe' }, { TargetFilename: 'C:\\b\\b' }],
    leaves: [{ TargetFilename: 'C:\\x\\a.exe' }, { TargetFilename: 'C:\\b' }],
  },
  {
    name: 'a file named in braces, with characters that XML escapes',
    category: 'file_event',
    detection:
      "{ sel: { 'TargetFilename|endswith': '\\R&D\\{3E5F-11}' }, other: { 'TargetFilename|contains': 'a <b' }, condition: sel or other }",
    finds: [{ TargetFilename: 'C:\\R&D\\{3E5F-11}' }],
    leaves: [{ TargetFilename: 'C:\\R&D\\{3E5F-12}' }, { TargetFilename: 'C:\\R D\\{3E5F-11}' }],
  },
  {
    name: 'a deleted file is not a created one',
    category: 'file_event',
    detection: "{ sel: { 'TargetFilename|endswith': '.dmp' }, condition: sel }",
    finds: [{ TargetFilename: 'C:\\a.dmp' }],
    leaves: [
      { EventID: '23', TargetFilename: 'C:\\a.dmp' },
      { EventID: '26', TargetFilename: 'C:\\a.dmp' },
      { EventID: '2', TargetFilename: 'C:\\a.dmp' },
    ],
  },
  {
    name: 'a deleted file, whether a copy was kept or not',
    category: 'file_delete',
    detection:
      "{ sel: { 'TargetFilename|endswith': '.evtx' }, net: { User: 'NT AUTHORITY\\SYSTEM' }, condition: sel and not net }",
    finds: [
      { EventID: '23', TargetFilename: 'C:\\a.evtx' },
      { EventID: '26', TargetFilename: 'C:\\a.evtx' },
    ],
    leaves: [
      { EventID: '11', TargetFilename: 'C:\\a.evtx' },
      { EventID: '23', TargetFilename: 'C:\\a.evtx', User: 'NT AUTHORITY\\SYSTEM' },
    ],
  },
  {
    name: 'the hash of a deleted file, in either case',
    category: 'file_delete',
    detection:
      "{ sel: { 'Hashes|contains': 'MD5=0CC175B9C0F1B6A831C399E269772661' }, condition: sel }",
    finds: [
      {
        TargetFilename: 'C:\\a',
        Hashes:
          'SHA1=86F7E437FAA5A7FCE15D1DDCB9EAEAEA377667B8,MD5=0CC175B9C0F1B6A831C399E269772661',
      },
    ],
    leaves: [{ TargetFilename: 'C:\\a', Hashes: 'MD5=92EB5FFEE6AE2FEC3AD71C777531578F' }],
  },
  {
    name: 'a renamed file, from one full path to another',
    category: 'file_rename',
    detection:
      "{ sel: { 'SourceFilename|endswith': '\\in\\a.docx', 'TargetFilename|endswith': '.locked' }, none: { SourceFilename: null }, condition: sel and not none }",
    finds: [{ SourceFilename: 'C:\\in\\a.docx', TargetFilename: 'C:\\in\\a.docx.locked' }],
    leaves: [
      { SourceFilename: 'C:\\out\\a.docx', TargetFilename: 'C:\\in\\a.docx.locked' },
      { SourceFilename: 'C:\\in\\a.docx.locked', TargetFilename: 'C:\\in\\a.docx' },
    ],
  },
  {
    name: 'a rename whose old name is not known',
    category: 'file_rename',
    detection:
      "{ sel: { 'TargetFilename|endswith': '.locked' }, none: { SourceFilename: '' }, condition: sel and not none }",
    finds: [{ SourceFilename: 'C:\\a', TargetFilename: 'C:\\a.locked' }],
    leaves: [{ TargetFilename: 'C:\\a.locked' }],
  },
  {
    name: 'a changed creation time is no created file',
    category: 'file_change',
    detection: "{ sel: { 'TargetFilename|endswith': '\\Temp\\a.exe' }, condition: sel }",
    finds: [{ TargetFilename: 'C:\\Temp\\a.exe' }],
    leaves: [{ TargetFilename: 'C:\\Temp\\b.exe' }],
  },
  {
    name: 'an executable that appears',
    category: 'file_executable_detected',
    detection: "{ sel: { 'TargetFilename|startswith': 'C:\\Users\\' }, condition: sel }",
    finds: [{ TargetFilename: 'C:\\Users\\ann\\a.exe' }],
    leaves: [{ TargetFilename: 'C:\\Windows\\a.exe' }],
  },
]
