import type { FeedRow as Row } from '@/lib/catalogue/views'
import { dayName } from './day-name'
import { FeedRow } from './feed-row'

/** Rows under the day on which they changed; the rows come sorted. */
export function FeedList({ rows, now }: { readonly rows: readonly Row[]; readonly now: Date }) {
  const days = new Map<string, Row[]>()
  for (const row of rows) days.set(row.changedOn, [...(days.get(row.changedOn) ?? []), row])
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2 className="day" id={`day-${day}`}>
        {dayName(day, now)}
      </h2>
      <ul>
        {ofDay.map((row) => (
          <FeedRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  ))
}
