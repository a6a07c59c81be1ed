/** Case-insensitive operators fold ASCII letters only (string operators page). */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Which sides of an occurrence have to be the bounds of a term. */
export interface TermBounds {
  readonly before: boolean
  readonly after: boolean
}

/**
 * Whether `term` occurs in `text` as whole term, prefix or suffix of a term. A term is a maximal run
 * of ASCII letters and digits (string operators page, "What is a term?"); a side of the searched text
 * that is no letter or digit bounds itself.
 */
export function hasTerm(text: string, term: string, bounds: TermBounds): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const end = at + term.length
    const free =
      !(bounds.before && joins(text[at - 1], term[0])) &&
      !(bounds.after && joins(term[term.length - 1], text[end]))
    if (free) return true
  }
  return false
}

function joins(left: string | undefined, right: string | undefined): boolean {
  return isTermCharacter(left) && isTermCharacter(right)
}

function isTermCharacter(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z0-9]$/.test(character)
}
