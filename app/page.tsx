import type { Metadata } from 'next'
import { ActiveFilters } from '@/components/feed/active-filters'
import { EmptyFeed } from '@/components/feed/empty-feed'
import { FeedList } from '@/components/feed/feed-list'
import { Filters } from '@/components/feed/filters'
import { Pager } from '@/components/feed/pager'
import { TargetLegend } from '@/components/feed/target-legend'
import { parseCursor } from '@/lib/catalogue/feed-cursor'
import { feedParams, parseFeedQuery, printFeedQuery } from '@/lib/catalogue/feed-query'
import { findRules } from '@/lib/catalogue/find-rules'
import { getFacets } from '@/lib/catalogue/get-facets'
import { isFiltered } from '@/lib/catalogue/toggle-filter'
import { openCatalogue } from './catalogue'
import { drawActiveFilters, drawFacets } from './feed-facets'
import { Frame } from './frame'
import { canonical, SITE_DESCRIPTION } from './site'

const NUMBER = new Intl.NumberFormat('en')

export async function generateMetadata({ searchParams }: PageProps<'/'>): Promise<Metadata> {
  const query = parseFeedQuery(await searchParams)
  return {
    title: { absolute: 'Rule Atlas: detection rules for Microsoft Sentinel, as KQL' },
    description: SITE_DESCRIPTION,
    alternates: canonical('/') ?? null,
    // One page of the feed is worth finding; its thousands of filtered views are not.
    ...(printFeedQuery(query) === '/' ? {} : { robots: { index: false, follow: true } }),
  }
}

export default async function FeedPage({ searchParams }: PageProps<'/'>) {
  const query = parseFeedQuery(await searchParams)
  const { db, version } = await openCatalogue()
  const [page, facets] = await Promise.all([
    findRules(db, version, query),
    getFacets(db, version, query),
  ])
  const active = drawActiveFilters(query)
  const pageHref = (cursor: string | null) =>
    cursor === null ? null : printFeedQuery({ ...query, cursor: parseCursor(cursor) })
  const kept = [...feedParams({ ...query, q: '', cursor: null })]

  return (
    <Frame section="feed" q={query.q} kept={kept}>
      <div className="feed">
        <div className="feed-bar">
          <h1>SOC feed</h1>
          <span>
            {NUMBER.format(page.total)} {page.total === 1 ? 'rule' : 'rules'}
            {isFiltered(query) && (page.total === 1 ? ' matches' : ' match')} · newest first
          </span>
          <TargetLegend />
        </div>
        <Filters facets={drawFacets(facets, query)} />
        <div className="feed-list">
          <ActiveFilters filters={active} />
          {page.rows.length === 0 ? (
            <EmptyFeed filters={active} />
          ) : (
            <>
              <FeedList rows={page.rows} now={new Date()} />
              <Pager
                first={page.before + 1}
                last={page.before + page.rows.length}
                total={page.total}
                previousHref={page.before === 0 ? null : pageHref(page.previous)}
                nextHref={pageHref(page.next)}
              />
            </>
          )}
        </div>
      </div>
    </Frame>
  )
}
