import Link from 'next/link'
import { levelClass } from '@/components/ui/level'
import type { Facet, FacetOption } from './facet'

// As many as there are tactics.
const SHOWN = 15
const NUMBER = new Intl.NumberFormat('en')

/** Every facet with its counts. On a phone it folds behind a checkbox, which needs no script. */
export function Filters({ facets }: { readonly facets: readonly Facet[] }) {
  return (
    <nav className="filters" aria-label="Filters">
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
  const first = facet.values.slice(0, SHOWN)
  const rest = facet.values.slice(SHOWN)
  const open = rest.some(({ state }) => state !== 'off')
  return (
    <>
      <h2 className="facet-name">{facet.title}</h2>
      <Options facet={facet} options={first} />
      {rest.length > 0 && (
        <details className="facet-more" open={open}>
          <summary>{rest.length} more</summary>
          <Options facet={facet} options={rest} />
        </details>
      )}
    </>
  )
}

function Options({ facet, options }: { facet: Facet; options: readonly FacetOption[] }) {
  return (
    <ul>
      {options.map((option) => (
        <Option key={option.value} facet={facet} option={option} />
      ))}
    </ul>
  )
}

function Option({ facet, option }: { readonly facet: Facet; readonly option: FacetOption }) {
  const { label, count, state } = option
  const empty = count === 0 && state === 'off'
  return (
    <li className={`facet facet-${state} ${empty ? 'facet-empty' : ''}`}>
      <Link className="facet-value" href={option.toggleHref} prefetch={false} scroll={false}>
        <i className="box" />
        {facet.name === 'level' && <i className={`dot ${levelClass(option.value)}`} />}
        <span className="facet-label">{label}</span>
        {state !== 'off' && <span className="sr-only">, {state}</span>}
        <span className="facet-count">{NUMBER.format(count)}</span>
      </Link>
      {state === 'off' && (
        <Link
          className="facet-exclude"
          href={option.excludeHref}
          prefetch={false}
          scroll={false}
          aria-label={`Leave out ${label}`}
        />
      )}
    </li>
  )
}
