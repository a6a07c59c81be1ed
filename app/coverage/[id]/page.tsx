import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { TechniqueContext } from '@/components/coverage/technique-context'
import { TechniqueFacts } from '@/components/coverage/technique-facts'
import { TechniqueRuleGroup } from '@/components/coverage/technique-rules'
import { projectTechnique } from '@/lib/attack/project-technique'
import { renamedIn } from '@/lib/attack/tagged-ids'
import { findTechniqueRules } from '@/lib/catalogue/find-technique-rules'
import { getAttackContext } from '@/lib/catalogue/get-attack-context'
import { EMPTY_COVERAGE, printCoverageQuery } from '../coverage-query'
import { explainArrival, readTechniqueAddress, techniqueHref } from '../technique-address'
import { drawFacts, drawGroups, feedHref, placeOf, relativesOf, toPlace } from './technique-view'

type Props = PageProps<'/coverage/[id]'>

/** The proxy has answered for every other address; this holds where it was passed by. */
async function readPlace({ params, searchParams }: Props) {
  const [{ id }, { version, from }] = await Promise.all([params, searchParams])
  const address = readTechniqueAddress(id, first(version))
  if (address.kind === 'unknown') notFound()
  if (address.kind === 'redirect') permanentRedirect(address.href)
  return { place: placeOf(address.id, address.release), from: first(from) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { place } = await readPlace(props)
  const { id, name, release } = place
  return {
    title: `${id} ${name}`,
    description: `Detection rules that name ${id} ${name} of MITRE ATT&CK ${release.version}, by sub-technique.`,
    alternates: canonical(techniqueHref(id, release)) ?? null,
  }
}

export default async function TechniquePage(props: Props) {
  const { place, from } = await readPlace(props)
  const { id, name, release, technique } = place
  const { db, version } = await openCatalogue()
  const relatives = relativesOf(place)
  const ids = technique?.parent === null ? [id, ...relatives.map((each) => each.id)] : [id]
  const [rules, context] = await Promise.all([
    findTechniqueRules(db, version, ids, renamedIn(release)),
    getAttackContext(db, [id]),
  ])
  const arrival = from === null ? null : explainArrival(from, id, release)
  const withdrawn = technique === null ? projectTechnique(id, release).reason : null
  const said = context.techniques[0]
  return (
    <Frame section="coverage">
      <div className="page technique-page">
        <nav className="meta" aria-label="Breadcrumb">
          <a className="link" href={printCoverageQuery({ ...EMPTY_COVERAGE, release })}>
            ← Coverage
          </a>
        </nav>
        <h1>
          <span className="technique-id">{id}</span> {name}
        </h1>
        {arrival !== null && <p className="callout">{arrival}</p>}
        {withdrawn !== null && <p className="callout">{withdrawn}</p>}
        <TechniqueFacts facts={drawFacts(place)} />
        <h2>
          Rules
          <a className="link" href={feedHref(id, release)}>
            in the feed
          </a>
        </h2>
        <p className="prose">
          Rules that name it. To be named is not to be covered: each rule’s page says which of its
          queries compile, and what they leave out.
        </p>
        {drawGroups(place, rules).map((group) => (
          <TechniqueRuleGroup key={group.id} group={group} />
        ))}
        {technique?.parent && relatives.length > 0 && (
          <>
            <h2>Other sub-techniques of {technique.parent}</h2>
            <ul className="plain-list">
              {relatives.map((each) => (
                <li key={each.id}>
                  <a className="link" href={toPlace(each, release).href}>
                    <span className="mono">{each.id}</span> {each.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {said !== undefined && context.release !== null && context.notice !== null && (
          <TechniqueContext release={context.release} notice={context.notice} context={said} />
        )}
      </div>
    </Frame>
  )
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}
