type Asked = string | string[] | undefined

/** The page number of an address, 1 where it has none or nonsense, and never beyond the last page. */
export function readPage(asked: Asked, total: number, size: number): number {
  const last = Math.max(1, Math.ceil(total / size))
  const page = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 1
  return Math.min(Math.max(1, page), last)
}
