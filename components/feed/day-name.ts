const DAY = 86_400_000

const FORM = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `Today`, `Yesterday`, or `Tuesday 17 November 2026`, for days as `YYYY-MM-DD` in UTC. */
export function dayName(day: string, now: Date): string {
  const date = new Date(`${day}T00:00:00Z`)
  const today = Date.parse(now.toISOString().slice(0, 10))
  if (date.getTime() === today) return 'Today'
  if (date.getTime() === today - DAY) return 'Yesterday'
  return FORM.format(date).replace(',', '')
}
