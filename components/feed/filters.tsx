import { levelClass } from '@/components/ui/level'
import type { Facet, FacetOption } from './facet'

const NUMBER = new Intl.NumberFormat('en')

/** Every facet with its counts. On a phone it folds behind a checkbox, which needs no script. */
export function Filters({ facets }: { readonly facets: readonly Facet[] }) {
  return (
    <nav className="filters" aria-label="Filters" data-keep-scroll>
      <input className="filters-toggle" type="checkbox" id="show-filters" />
      <label htmlFor="show-filters">Filters</label>
      <div className="filters-body">
        {facets.map((facet) => (
          <FacetGroup key={facet.name} facet={facet} />
        ))}
      </div>
    </nav>
  )
}

function FacetGroup({ facet }: { readonly facet: Facet }) {
  const { name, title, values, rest } = facet
  return (
    <>
      <h2 className="facet-name">{title}</h2>
      <ul>
        {values.map((option) => (
          <Option key={option.value} facet={facet} option={option} />
        ))}
      </ul>
      {rest !== null && (
        <a className="facet-more" href={rest.href} id={`more-${name}`}>
          {rest.count === 0 ? 'Fewer' : `${rest.count} more`}
          <span className="sr-only"> values of {title}</span>
        </a>
      )}
    </>
  )
}

function Option({ facet, option }: { readonly facet: Facet; readonly option: FacetOption }) {
  const { label, count, state } = option
  const empty = count === 0 && state === 'off'
  return (
    <li className={`facet facet-${state} ${empty ? 'facet-empty' : ''}`}>
      <a className="facet-value" href={option.toggleHref}>
        <i className="box" />
        {facet.name === 'level' && <i className={`dot ${levelClass(option.value)}`} />}
        <span className="facet-label">{label}</span>
        {state !== 'off' && <span className="sr-only">, {state}</span>}
        <span className="facet-count">{NUMBER.format(count)}</span>
      </a>
      {state === 'off' && (
        <a className="facet-exclude" href={option.excludeHref}>
          <span className="sr-only">Leave out {label}</span>
        </a>
      )}
    </li>
  )
}
