import type { Trap } from './trap'

/** What any comparison of text must mean, tried on process creation. */
export const COMPARISON_TRAPS: readonly Trap[] = [
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
    name: 'a regular expression minds case, a string does not',
    category: 'process_creation',
    detection:
      "{ sel: { 'CommandLine|re': 'Foo[0-9]+' }, other: { CommandLine: BAR }, condition: sel or other }",
    finds: [{ CommandLine: 'x Foo1' }, { CommandLine: 'bar' }],
    leaves: [{ CommandLine: 'x foo1' }, { CommandLine: 'bar ' }],
  },
  {
    name: 'letters beyond ASCII in either case',
    category: 'process_creation',
    detection:
      "{ sel: { 'CommandLine|contains': 'contraseña' }, other: { CommandLine: 'À DISTANCE' }, condition: sel or other }",
    finds: [{ CommandLine: 'net user CONTRASEÑA' }, { CommandLine: 'à distance' }],
    leaves: [{ CommandLine: 'net user contrasena' }],
  },
]
