import type { Metadata } from 'next'
import { openCatalogue } from '@/app/catalogue'
import { hrefTo } from '@/app/feed-facets'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { ImportSection } from '@/components/imports/import-section'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import { findImports } from '@/lib/catalogue/find-imports'

export function generateMetadata(): Metadata {
  return {
    title: 'Imports and rejected files',
    description:
      'Where the rules come from, what the last import of each source did, and every file that was rejected, with line and reason.',
    alternates: canonical('/imports') ?? null,
  }
}

export default async function ImportsPage() {
  const { db, version } = await openCatalogue()
  const imports = await findImports(db, version)
  return (
    <Frame section="imports">
      <div className="page">
        <h1>Imports</h1>
        <p className="page-intro">
          Where the rules come from, what the last import of each source changed, and every file
          that could not become a rule. Readers see an import only when all of it is in place.
        </p>
        {imports.length === 0 && <p>Nothing has been imported yet.</p>}
        {imports.map((view) => (
          <ImportSection
            key={view.source}
            view={view}
            feedHref={hrefTo(EMPTY_QUERY, 'source', view.source, 'included')}
          />
        ))}
      </div>
    </Frame>
  )
}
