/** `2026-08-05 11:00` of an ISO 8601 time. */
export function minute(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
