import type { Metadata } from 'next'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { CoverageBar } from '@/components/coverage/coverage-bar'
import { CoverageTable } from '@/components/coverage/coverage-table'
import { EmptyCoverage } from '@/components/coverage/empty-coverage'
import { Matrix } from '@/components/coverage/matrix'
import { OtherTags } from '@/components/coverage/other-tags'
import { renamedTactics } from '@/lib/attack/expand-tactic'
import { ATTACK_VERSION } from '@/lib/attack/release'
import { renamedIn } from '@/lib/attack/tagged-ids'
import { findCoverage } from '@/lib/catalogue/find-coverage'
import { parseCoverageQuery, printCoverageQuery } from './coverage-query'
import { clearHref, drawFold, drawMenus, drawReleases, drawViews } from './draw-bar'
import { drawMatrix, drawRows } from './draw-matrix'
import { drawOtherTags } from './draw-other-tags'

type Props = PageProps<'/coverage'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = parseCoverageQuery(await searchParams)
  return {
    title: 'ATT&CK coverage',
    description: `Which MITRE ATT&CK ${ATTACK_VERSION} techniques the detection rules of this catalogue name, by tactic, with counts.`,
    alternates: canonical('/coverage') ?? null,
    ...(printCoverageQuery(query) === '/coverage'
      ? {}
      : { robots: { index: false, follow: true } }),
  }
}

export default async function CoveragePage({ searchParams }: Props) {
  const query = parseCoverageQuery(await searchParams)
  const { db, version } = await openCatalogue()
  const { release } = query
  const coverage = await findCoverage(db, version, {
    levels: query.level,
    targets: query.target,
    renamed: renamedIn(release),
    renamedTactics: renamedTactics(release),
  })
  const rows = drawRows(coverage, query)
  const columns = drawMatrix(coverage, query)
  const named = rows.filter(({ rules }) => rules > 0).length
  const clear = clearHref(query)
  return (
    <Frame section="coverage">
      <div className="coverage">
        <div className="coverage-intro">
          <h1>ATT&CK coverage</h1>
          <p>
            <b>
              {named} of {rows.length}
            </b>{' '}
            techniques and sub-techniques are named by at least one rule. To be named is not to be
            covered: a rule sees what its author thought of, where its logs are on.
          </p>
        </div>
        <CoverageBar
          releases={drawReleases(query)}
          views={drawViews(query)}
          menus={drawMenus(query)}
          clearHref={clear}
          fold={drawFold(query)}
        />
        {coverage.rules === 0 ? (
          <EmptyCoverage clearHref={clear} />
        ) : query.view === 'table' ? (
          <CoverageTable columns={columns} rows={rows} />
        ) : (
          <Matrix columns={columns} isUnfolded={query.isUnfolded} />
        )}
        {coverage.rules > 0 && (
          <OtherTags
            version={release.version}
            tags={drawOtherTags(coverage, query)}
            untagged={coverage.untagged}
          />
        )}
      </div>
    </Frame>
  )
}
