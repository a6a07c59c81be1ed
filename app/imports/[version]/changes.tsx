import { openCatalogue } from '@/app/catalogue'
import { ChangeList } from '@/components/imports/change-list'
import { ChangeSection } from '@/components/imports/change-section'
import { Pages } from '@/components/imports/pages'
import { RejectionList } from '@/components/imports/rejection-list'
import type { Database } from '@/lib/catalogue/database'
import { findRejections } from '@/lib/catalogue/find-rejections'
import { findRuleChanges } from '@/lib/catalogue/find-rule-changes'
import type { ImportSummary, ChangeSection as SectionName } from '@/lib/catalogue/import-views'
import { readPage } from '../read-page'
import { SECTION_TITLES } from './sections'

/** Rows of each part where all parts are shown, and of a page where one is. */
const FEW = 30
const MANY = 100

interface ChangesProps {
  readonly found: ImportSummary
  readonly sections: readonly SectionName[]
  readonly page: string | string[] | undefined
}

/** What an import did, part by part: a bounded number of rows, whatever its size. */
export async function Changes({ found, sections, page: asked }: ChangesProps) {
  const { db } = await openCatalogue()
  const isWhole = sections.length > 1
  const size = isWhole ? FEW : MANY
  const parts = await Promise.all(
    sections.map(async (section) => {
      const page = isWhole ? 1 : readPage(asked, countOf(found, section), size)
      const window = { offset: (page - 1) * size, limit: size }
      return { section, page, ...(await list(db, found, section, window)) }
    }),
  )
  return parts.map(({ section, page, total, rows }) => {
    const href = `/imports/${found.version}?show=${section}`
    const counted = countOf(found, section)
    const gone = total === 0 ? counted : Math.max(0, counted - total)
    if (isWhole && counted === 0) return null
    return (
      <ChangeSection
        key={section}
        id={section}
        title={SECTION_TITLES[section]}
        total={counted}
        allHref={isWhole && total > size ? href : null}
      >
        {rows}
        {counted === 0 && <p className="prose">None.</p>}
        {gone > 0 && total <= page * size && (
          <p className="prose entry-facts">
            {gone === counted ? 'These' : `${gone} of them`} are not kept any more.
          </p>
        )}
        {!isWhole && <Pages {...{ page, size, total }} hrefOf={(to) => `${href}&page=${to}`} />}
      </ChangeSection>
    )
  })
}

async function list(
  db: Database,
  { version, source }: ImportSummary,
  section: SectionName,
  window: { readonly offset: number; readonly limit: number },
) {
  if (section === 'rejected') {
    const { rows, total } = await findRejections(db, version, source, window)
    return { total, rows: total > 0 && <RejectionList rows={rows} /> }
  }
  const { rows, total } = await findRuleChanges(db, version, section, window)
  return { total, rows: total > 0 && <ChangeList rows={rows} /> }
}

function countOf({ counts }: ImportSummary, section: SectionName): number {
  const { created, updated, removed, rejected } = counts
  return { new: created, changed: updated, removed, rejected }[section]
}
