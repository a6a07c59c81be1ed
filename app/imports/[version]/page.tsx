import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { Jumps } from '@/components/imports/jumps'
import { summarise } from '@/components/imports/summarise'
import { minute } from '@/components/ui/minute'
import { getImport, readImportNumber } from '@/lib/catalogue/find-import-log'
import { Changes } from './changes'
import { readSections, SECTION_TITLES } from './sections'

type Props = PageProps<'/imports/[version]'>

/** Read once per request, for its title and for the page. */
const readImport = cache(async (text: string) => {
  const { db, version } = await openCatalogue()
  const number = readImportNumber(text)
  return number === null ? null : getImport(db, version, number)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params
  const found = await readImport(version)
  if (found === null) return { title: 'No such import' }
  return {
    title: `Version ${found.version}: ${found.source}`,
    description: `What version ${found.version} of the catalogue changed: ${summarise(found.counts)}.`,
    alternates: canonical(`/imports/${found.version}`) ?? null,
  }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const found = await readImport((await params).version)
  // The proxy has answered for an unknown version; this is for one that went since then.
  if (found === null) notFound()
  const { show, page } = await searchParams
  const sections = readSections(show)
  const isWhole = sections.length > 1
  const [only] = sections
  return (
    <Frame section="imports">
      <div className="page">
        <nav className="crumbs" aria-label="Breadcrumb">
          <a href="/imports">← Imports</a>
          {!isWhole && <a href={`/imports/${found.version}`}>All of version {found.version}</a>}
        </nav>
        <h1>
          Version {found.version}
          {!isWhole && only !== undefined && `: ${SECTION_TITLES[only].toLowerCase()}`}
        </h1>
        <p className="page-intro">
          {found.kind === 'removal' ? (
            <>
              The source <bdi>{found.source}</bdi> was removed from the catalogue
            </>
          ) : (
            <>
              Import of <bdi>{found.source}</bdi>
            </>
          )}
          {found.at !== null && `, published ${minute(found.at)} UTC`}: {summarise(found.counts)}.
        </p>
        {isWhole && <Jumps counts={found.counts} />}
        <Changes found={found} sections={sections} page={page} />
      </div>
    </Frame>
  )
}
