import type { Trap } from './trap'

/** The image that is loaded is not the process that loads it. */
export const IMAGE_LOAD_TRAPS: readonly Trap[] = [
  {
    name: 'Image loads, ImageLoaded is loaded',
    category: 'image_load',
    detection:
      "{ sel: { 'ImageLoaded|endswith': '\\vaultcli.dll' }, net: { 'Image|startswith': 'C:\\Windows\\' }, condition: sel and not net }",
    finds: [{ Image: 'C:\\Users\\a\\x.exe', ImageLoaded: 'C:\\Windows\\System32\\vaultcli.dll' }],
    leaves: [
      { Image: 'C:\\Windows\\x.exe', ImageLoaded: 'C:\\Windows\\System32\\vaultcli.dll' },
      { Image: 'C:\\Users\\vaultcli.dll', ImageLoaded: 'C:\\Windows\\System32\\a.dll' },
    ],
  },
  {
    name: 'the version resource is that of the loaded image',
    category: 'image_load',
    detection:
      "{ sel: { 'ImageLoaded|endswith': '.dll' }, own: { Company: Acme, OriginalFileName: x.dll }, condition: sel and own }",
    finds: [
      {
        Image: 'C:\\x.exe',
        ImageLoaded: 'C:\\y.dll',
        Company: 'ACME',
        OriginalFileName: 'X.DLL',
      },
    ],
    leaves: [
      { Image: 'C:\\x.exe', ImageLoaded: 'C:\\y.dll', Company: '-', OriginalFileName: 'x.dll' },
    ],
  },
  {
    name: 'a signature that excludes',
    category: 'image_load',
    detection:
      "{ sel: { 'ImageLoaded|endswith': '\\a.dll' }, signed: { Signed: 'true', SignatureStatus: Valid }, condition: sel and not signed }",
    finds: [
      { ImageLoaded: 'C:\\a.dll', Signed: 'false', SignatureStatus: 'Unavailable' },
      { ImageLoaded: 'C:\\a.dll', Signed: 'true', SignatureStatus: 'Expired' },
    ],
    leaves: [{ ImageLoaded: 'C:\\a.dll', Signed: 'true', SignatureStatus: 'Valid' }],
  },
  {
    name: 'an import hash among others',
    category: 'image_load',
    detection:
      "{ sel: { 'Hashes|contains': ['IMPHASH=0CC175B9C0F1B6A831C399E269772661', 'MD5=92EB5FFEE6AE2FEC3AD71C777531578F'] }, condition: sel }",
    finds: [
      { ImageLoaded: 'C:\\a.dll', Hashes: 'MD5=92EB5FFEE6AE2FEC3AD71C777531578F,IMPHASH=00' },
      { ImageLoaded: 'C:\\a.dll', Hashes: 'MD5=00,IMPHASH=0CC175B9C0F1B6A831C399E269772661' },
    ],
    leaves: [{ ImageLoaded: 'C:\\a.dll', Hashes: 'MD5=0CC175B9C0F1B6A831C399E269772661' }],
  },
  {
    name: 'a rule that speaks of nothing but signatures',
    category: 'image_load',
    detection: "{ sel: { Signed: 'false' }, condition: sel }",
    finds: [{ ImageLoaded: 'C:\\a.dll', Signed: 'false' }],
    leaves: [{ ImageLoaded: 'C:\\a.dll', Signed: 'true' }],
  },
]
