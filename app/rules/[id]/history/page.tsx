import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { DiffView } from '@/components/history/diff-view'
import { Step } from '@/components/history/step'
import { findHistory } from '@/lib/catalogue/find-history'
import { findRevisionTexts } from '@/lib/catalogue/find-revision-texts'
import { KEPT_REVISIONS } from '@/lib/catalogue/prune-revisions'
import { excerpt } from '../excerpt'
import { compareSteps, type StepDiff } from './compare-steps'

type Props = PageProps<'/rules/[id]/history'>

/** Read once per request, for its title and for the page. */
const readHistory = cache(async (id: string) => {
  const { db, version } = await openCatalogue()
  return findHistory(db, version, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = (await params).id.toLowerCase()
  const [newest] = await readHistory(id)
  if (newest === undefined) return { title: 'No such rule' }
  return {
    title: `History: ${excerpt(newest.title, 100)}`,
    description: 'What each import changed in this rule, with its Sigma and KQL line by line.',
    alternates: canonical(`/rules/${id}/history`) ?? null,
  }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const id = (await params).id.toLowerCase()
  const history = await readHistory(id)
  const [newest] = history
  // The proxy has answered for an unknown id; this is for a rule that went since then.
  if (newest === undefined) notFound()
  const { db, version } = await openCatalogue()
  const { version: asked } = await searchParams
  const one = history.find((revision) => String(revision.version) === asked)
  const compared = compareSteps(
    await findRevisionTexts(db, version, id),
    (number) => one === undefined || one.version === number,
  )
  return (
    <Frame section={null}>
      <div className="page">
        <nav className="crumbs" aria-label="Breadcrumb">
          <a href={`/rules/${id}`}>← Back to the rule</a>
          {one !== undefined && <a href={`/rules/${id}/history`}>All of its history</a>}
        </nav>
        <h1 dir="auto">{newest.title}</h1>
        <p className="page-intro">
          What each import changed in this rule, newest first, as far as a reader can see it. The
          last {KEPT_REVISIONS} revisions are kept.
        </p>
        <ol className="steps">
          {(one === undefined ? history : [one]).map((revision, index) => (
            <Step key={revision.version} revision={revision} isOpen={index === 0}>
              <Differences
                diffs={compared.get(revision.version)}
                isFirst={revision === history.at(-1)}
                href={`/rules/${id}/history?version=${revision.version}`}
              />
            </Step>
          ))}
        </ol>
      </div>
    </Frame>
  )
}

interface DifferencesProps {
  readonly diffs: readonly StepDiff[] | undefined
  readonly isFirst: boolean
  readonly href: string
}

function Differences({ diffs, isFirst, href }: DifferencesProps) {
  if (isFirst) return <p className="entry-facts">No older revision is kept to compare it with.</p>
  if (diffs === undefined) {
    return (
      <p>
        <a className="link" href={href}>
          Compare it with the revision before
        </a>
      </p>
    )
  }
  if (diffs.length === 0) {
    return <p className="entry-facts">Neither the Sigma nor a query changed in its text.</p>
  }
  return diffs.map(({ title, diff }) => (
    <div key={title}>
      <h2 className="step-part">{title}</h2>
      {diff.kind === 'lines' ? (
        <DiffView title={title} lines={diff.lines} hidden={diff.hidden} />
      ) : (
        <p className="entry-facts">The two texts differ too much to be shown line by line.</p>
      )}
    </div>
  ))
}
