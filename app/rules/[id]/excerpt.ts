/** The beginning of a text on one line, cut between words, for places that hold no more. */
export function excerpt(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/\p{Surrogate}/gu, '')}…`
}
