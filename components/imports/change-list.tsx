import { Level, levelClass } from '@/components/ui/level'
import type { RuleChange } from '@/lib/catalogue/import-views'

/** Rules that an import brought, changed or took away, each with the way to its page. */
export function ChangeList({ rows }: { readonly rows: readonly RuleChange[] }) {
  return (
    <ul className="entries">
      {rows.map((rule) => (
        <li key={rule.id} className="entry entry-rule">
          <span className={`entry-level ${levelClass(rule.level)}`}>
            <Level level={rule.level} />
          </span>
          <span>
            <a className="entry-title" href={`/rules/${rule.id}`} dir="auto">
              {rule.title}
            </a>
            {rule.isBack && <span className="entry-facts"> came back</span>}
          </span>
          {rule.changes.length > 0 ? (
            <a className="link entry-facts" href={`/rules/${rule.id}/history`}>
              {rule.changes.join(', ')}
            </a>
          ) : (
            <span className="mono entry-facts wrap-anywhere">
              <bdi>{rule.path}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
