import type { Metadata } from 'next'
import { openCatalogue } from '@/app/catalogue'
import { hrefTo } from '@/app/feed-facets'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { ImportLogList } from '@/components/imports/import-log'
import { Pages } from '@/components/imports/pages'
import { SourceList } from '@/components/imports/source-list'
import { EMPTY_QUERY } from '@/lib/catalogue/feed-query'
import { countImports, findImportLog } from '@/lib/catalogue/find-import-log'
import { findSources } from '@/lib/catalogue/find-sources'
import { readPage } from './read-page'

const SIZE = 50

export function generateMetadata(): Metadata {
  return {
    title: 'Imports',
    description:
      'Where the rules come from, and the change log: what each import brought, changed, removed and rejected.',
    alternates: canonical('/imports') ?? null,
  }
}

export default async function ImportsPage({ searchParams }: PageProps<'/imports'>) {
  const { db, version } = await openCatalogue()
  const total = await countImports(db, version)
  const page = readPage((await searchParams).page, total, SIZE)
  const [sources, log] = await Promise.all([
    findSources(db, version),
    findImportLog(db, version, { offset: (page - 1) * SIZE, limit: SIZE }),
  ])
  return (
    <Frame section="imports">
      <div className="page">
        <h1>Imports</h1>
        <p className="page-intro">
          Where the rules come from, and what each import changed. Readers see an import only when
          all of it is in place.
        </p>
        {total === 0 && <p>Nothing has been imported yet.</p>}
        {sources.length > 0 && page === 1 && (
          <section className="section" aria-labelledby="sources">
            <h2 id="sources">Sources</h2>
            <SourceList
              sources={sources}
              feedHref={(name) => hrefTo(EMPTY_QUERY, 'source', name, 'included')}
            />
          </section>
        )}
        {total > 0 && (
          <section className="section" aria-labelledby="log">
            <h2 id="log">Change log</h2>
            <ImportLogList rows={log} />
            <Pages {...{ page, total }} size={SIZE} hrefOf={(to) => `/imports?page=${to}`} />
          </section>
        )}
      </div>
    </Frame>
  )
}
