import type { Trap } from './trap'

/** Opened files, on the one event that tells of them. */
export const FILE_ACCESS_TRAPS: readonly Trap[] = [
  {
    name: 'FileName is a full path here, and Image the process that opens',
    category: 'file_access',
    detection:
      "{ sel: { 'FileName|contains': '\\User Data\\Default\\Login Data' }, net: { 'Image|startswith': 'C:\\Program Files\\' }, sys: { User: 'NT AUTHORITY\\SYSTEM' }, condition: sel and not net and not sys }",
    finds: [
      { Image: 'C:\\Users\\a\\x.exe', FileName: 'C:\\Users\\a\\user data\\default\\login data' },
    ],
    leaves: [
      { Image: 'C:\\Program Files\\x.exe', FileName: 'C:\\a\\User Data\\Default\\Login Data' },
      { Image: 'C:\\a\\User Data\\Default\\Login Data', FileName: 'C:\\Users\\a\\x.exe' },
      {
        Image: 'C:\\x.exe',
        FileName: 'C:\\a\\User Data\\Default\\Login Data',
        User: 'NT AUTHORITY\\SYSTEM',
      },
    ],
  },
]
