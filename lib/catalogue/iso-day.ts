/** A database date as `YYYY-MM-DD` (Prisma gives dates as midnight, UTC). */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
