import { KNOWN_NAMES, type KnownName } from '@/lib/attack/named-objects'
import { ORDINARY_NAMES, SHORTEST_NAME } from './ordinary-names'

const WORD = /[\p{L}\p{N}]+/gu

/** Words that say of their neighbour that it is software, or that it is somebody. */
const SOFTWARE = new Set(
  'malware ransomware rat backdoor trojan botnet stealer loader implant worm wiper rootkit hacktool pua c2 framework beacon dropper payload'.split(
    ' ',
  ),
)
const PEOPLE = new Set('group apt gang actor actors campaign operation ransomware'.split(' '))

interface Entry {
  readonly known: KnownName
  readonly words: number
  readonly ordinary: boolean
}

/** By the name's words in lower case. Software is entered last: a name of both is the software. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  [...KNOWN_NAMES].reverse().map((known) => {
    const words = wordsOf(known.name).map((word) => word.toLowerCase())
    const key = words.join(' ')
    const ordinary =
      ORDINARY_NAMES.has(known.name.toLowerCase()) || key.replaceAll(' ', '').length < SHORTEST_NAME
    return [key, { known, words: words.length, ordinary }] as const
  }),
)
const LONGEST = Math.max(...[...ENTRIES.values()].map(({ words }) => words))

/**
 * Groups, campaigns and software of ATT&CK that a text names, as whole words, the longest name
 * first; names that are ordinary words only beside a word that says what they are.
 */
export function findNames(text: string): readonly KnownName[] {
  const words = wordsOf(text).map((word) => word.toLowerCase())
  const found = new Set<KnownName>()
  for (let start = 0; start < words.length; start++) {
    for (let count = Math.min(LONGEST, words.length - start); count > 0; count--) {
      const entry = ENTRIES.get(words.slice(start, start + count).join(' '))
      if (entry === undefined) continue
      const neighbours = [words[start - 1] ?? '', words[start + count] ?? '']
      if (entry.ordinary && !neighbours.some((word) => saysKind(word, entry.known))) continue
      found.add(entry.known)
      start += count - 1
      break
    }
  }
  return [...found]
}

function saysKind(word: string, { kind }: KnownName): boolean {
  return (kind === 'group' || kind === 'campaign' ? PEOPLE : SOFTWARE).has(word)
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}
