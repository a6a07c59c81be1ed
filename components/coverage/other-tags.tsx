import type { OtherTag } from './coverage-map'

const NUMBER = new Intl.NumberFormat('en')

interface OtherTagsProps {
  readonly version: string
  readonly tags: readonly OtherTag[]
  /** Rules that name no technique at all. */
  readonly untagged: number
}

/** What rules are tagged with and the map has no cell for: nothing that was counted is lost. */
export function OtherTags({ version, tags, untagged }: OtherTagsProps) {
  const lost = tags.filter(({ place }) => place === null)
  const moved = tags.filter(({ place }) => place !== null)
  return (
    <section className="other-tags" aria-labelledby="other-tags">
      <h2 id="other-tags">Not in ATT&CK {version}</h2>
      <p className="prose">
        {moved.length === 0 && lost.length === 0
          ? 'Every technique that a rule is tagged with is an id of this release.'
          : 'Ids that rules are tagged with and this release does not have. Those with a successor are counted under it; the others are on no cell of the map.'}{' '}
        {untagged > 0 &&
          `${NUMBER.format(untagged)} ${untagged === 1 ? 'rule names' : 'rules name'} no technique.`}
      </p>
      {tags.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Tag</th>
                <th scope="col">Rules</th>
                <th scope="col">Counted as</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {[...lost, ...moved].map(({ id, name, href, rules, place, reason }) => (
                <tr key={id}>
                  <th scope="row">
                    <span className="mono">{id}</span> {name}
                  </th>
                  <td className="mono">
                    <a className="link" href={href}>
                      {NUMBER.format(rules)}
                      <span className="sr-only"> rules tagged {id}</span>
                    </a>
                  </td>
                  <td className="mono">
                    {place === null ? (
                      'nothing'
                    ) : (
                      <a className="link" href={place.href}>
                        {place.id}
                      </a>
                    )}
                  </td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
