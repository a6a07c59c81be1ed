import { KNOWN_NAMES, type KnownName } from '@/lib/attack/named-objects'
import { ORDINARY_NAMES, SHORTEST_NAME, SYSTEM_PROGRAMS } from './ordinary-names'

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

/** By the name without blanks, in lower case. Software is entered last: a name of both is the software. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  KNOWN_NAMES.filter(({ name }) => !SYSTEM_PROGRAMS.has(name.toLowerCase()))
    .reverse()
    .map((known) => {
      const words = wordsOf(known.name)
      const key = words.join('')
      const ordinary = ORDINARY_NAMES.has(known.name.toLowerCase()) || key.length < SHORTEST_NAME
      return [key, { known, words: words.length, ordinary }] as const
    }),
)
const LONGEST = Math.max(...[...ENTRIES.values()].map(({ words }) => words))
/** "Baby Shark" is BabyShark, but two short words that happen to make a name are not. */
const SHORTEST_APART = 8

/**
 * Groups, campaigns and software of ATT&CK that a text names, as whole words, the longest name
 * first; names that are ordinary words only beside a word that says what they are.
 */
export function findNames(text: string): readonly KnownName[] {
  const words = wordsOf(text)
  const found = new Set<KnownName>()
  for (let start = 0; start < words.length; start++) {
    for (let count = Math.min(LONGEST, words.length - start); count > 0; count--) {
      const entry = entryFor(words.slice(start, start + count))
      if (entry === null) continue
      const neighbours = [words[start - 1] ?? '', words[start + count] ?? '']
      if (entry.ordinary && !neighbours.some((word) => saysKind(word, entry.known))) continue
      found.add(entry.known)
      start += count - 1
      break
    }
  }
  return [...found]
}

function entryFor(words: readonly string[]): Entry | null {
  const key = words.join('')
  const entry = ENTRIES.get(key)
  if (entry === undefined) return null
  return words.length <= entry.words || key.length >= SHORTEST_APART ? entry : null
}

function saysKind(word: string, { kind }: KnownName): boolean {
  return (kind === 'group' || kind === 'campaign' ? PEOPLE : SOFTWARE).has(word)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}
