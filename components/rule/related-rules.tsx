import { Level, levelClass } from '@/components/ui/level'
import type { RelatedRule } from '@/lib/catalogue/views'
import { Section } from './section'

export function RelatedRules({ related }: { readonly related: readonly RelatedRule[] }) {
  return (
    <Section id="related" title="Related Rules">
      {related.length === 0 && (
        <p className="prose">
          The rule names no related rule, and no other rule in the catalogue shares a technique with
          it.
        </p>
      )}
      <ul className="plain-list">
        {related.map(({ id, title, level, relation }) => (
          <li key={`${id} ${relation}`} className={`related-row ${levelClass(level)}`}>
            {title === null ? (
              <span className="text-ink-3">
                <span className="mono">{id}</span>, not in this catalogue
              </span>
            ) : (
              <>
                <span className="inline-flex w-24 flex-none items-center gap-2 text-[13px] text-ink-2">
                  <Level level={level} />
                </span>
                <a className="link" href={`/rules/${id}`} dir="auto">
                  {title}
                </a>
              </>
            )}
            <span className="flex-none text-xs text-ink-3">{relation}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
