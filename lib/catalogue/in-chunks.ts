/** How many values one statement is given: Postgres takes at most 32,767. */
const CHUNK = 10_000

/** Cuts a list into parts that one statement can take. */
export function inChunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / CHUNK)
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}
