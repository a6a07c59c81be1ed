/** What software does, in a closed list: the word shown, and how rules say it. */
const BEHAVIOURS: readonly (readonly [name: string, said: RegExp])[] = [
  ['backdoor', /\bback[ -]?doors?\b/i],
  ['bootkit', /\bbootkits?\b/i],
  ['botnet', /\bbotnets?\b/i],
  ['cryptominer', /\b(?:crypto|coin|bitcoin|monero)[ -]?(?:currency )?min(?:er|ers|ing)\b/i],
  ['infostealer', /\b(?:info|information|credential|password)[ -]?stealers?\b/i],
  ['keylogger', /\bkey-?logg(?:er|ers|ing)\b/i],
  ['ransomware', /\bransomwares?\b/i],
  ['remote access trojan', /\bremote access trojans?\b/i],
  ['reverse shell', /\breverse[ -]shells?\b/i],
  ['rootkit', /\brootkits?\b/i],
  ['webshell', /\bweb[ -]?shells?\b/i],
  ['worm', /\bworms?\b/i],
]

/** Behaviours that a text says by name. */
export function findBehaviours(text: string): readonly string[] {
  return BEHAVIOURS.flatMap(([name, said]) => (said.test(text) ? [name] : []))
}
