const KNOWN = ['critical', 'high', 'medium', 'low', 'informational']

/** The class that gives a level its colour; anything else than Sigma's five is drawn as none. */
export function levelClass(level: string | null): string {
  return `level-${level !== null && KNOWN.includes(level) ? level : 'none'}`
}

/** A level as a dot and a word: never a colour alone. */
export function Level({ level }: { readonly level: string | null }) {
  return (
    <>
      <i className="dot" />
      {level ?? 'no level'}
    </>
  )
}
