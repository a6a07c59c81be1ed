/** Names a YAML value for a message: its kind, and a short scalar itself in double quotes. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a mapping'
  return quote(String(value))
}

/** A text in double quotes, cut to a length that fits a message. */
export function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`
}
