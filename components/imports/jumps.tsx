import type { ImportCounts } from '@/lib/catalogue/import-views'
import { grouped } from './counted'

/** The parts of a change log that have anything in them, each a step away. */
export function Jumps({ counts }: { readonly counts: ImportCounts }) {
  const parts = [
    ['new', counts.created],
    ['changed', counts.updated],
    ['removed', counts.removed],
    ['rejected', counts.rejected],
  ] as const
  return (
    <nav className="chips" aria-label="Parts of this import">
      {parts.map(
        ([name, count]) =>
          count > 0 && (
            <a key={name} className="chip" href={`#${name}-title`}>
              {name} {grouped(count)}
            </a>
          ),
      )}
    </nav>
  )
}
