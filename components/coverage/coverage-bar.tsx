import { CoverageMenu, type CoverageMenuView } from './coverage-menu'
import { HEAT_LABELS } from './heat'

export interface Segment {
  readonly label: string
  readonly href: string
  readonly isCurrent: boolean
}

interface CoverageBarProps {
  readonly releases: readonly Segment[]
  readonly views: readonly Segment[]
  readonly menus: readonly CoverageMenuView[]
  /** Where every filter is taken back; null where none is in force. */
  readonly clearHref: string | null
  /** Folds or unfolds all sub-techniques; null where there is nothing to fold. */
  readonly fold: { readonly label: string; readonly href: string } | null
}

/** Everything that changes the map, and what its colours mean. */
export function CoverageBar({ releases, views, menus, clearHref, fold }: CoverageBarProps) {
  return (
    <div className="coverage-bar" data-keep-scroll>
      <Segments label="ATT&CK release" segments={releases} />
      {menus.map((menu) => (
        <CoverageMenu key={menu.name} menu={menu} />
      ))}
      {clearHref !== null && (
        <a className="link" href={clearHref}>
          Clear filters
        </a>
      )}
      <dl className="ramp">
        <dt>Rules</dt>
        {HEAT_LABELS.map((label, step) => (
          <dd key={label} className={`count h${step}`}>
            {label}
          </dd>
        ))}
      </dl>
      <span className="coverage-bar-end">
        {fold !== null && (
          <a className="link" href={fold.href}>
            {fold.label}
          </a>
        )}
        <Segments label="View" segments={views} />
      </span>
    </div>
  )
}

function Segments({
  label,
  segments,
}: {
  readonly label: string
  readonly segments: readonly Segment[]
}) {
  return (
    <nav className="segments" aria-label={label}>
      {segments.map((segment) => (
        <a
          key={segment.label}
          href={segment.href}
          aria-current={segment.isCurrent ? 'true' : undefined}
        >
          {segment.label}
        </a>
      ))}
    </nav>
  )
}
