import type { Metadata } from 'next'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { TacticList } from '@/components/coverage/tactic-list'
import { ATTACK_VERSION, TECHNIQUES } from '@/lib/attack/release'
import { findCoverage, findTacticCounts } from '@/lib/catalogue/find-coverage'
import { groupByTactic } from './group-by-tactic'

export function generateMetadata(): Metadata {
  return {
    title: 'ATT&CK coverage',
    description: `Which MITRE ATT&CK ${ATTACK_VERSION} techniques the detection rules of this catalogue name, by tactic, with counts.`,
    alternates: canonical('/coverage') ?? null,
  }
}

export default async function CoveragePage() {
  const { db, version } = await openCatalogue()
  const [techniques, tactics] = await Promise.all([
    findCoverage(db, version),
    findTacticCounts(db, version),
  ])
  const covered = new Set(techniques.map(({ id }) => id))
  const count = TECHNIQUES.filter(({ id }) => covered.has(id)).length
  return (
    <Frame section="coverage">
      <div className="page">
        <h1>Coverage</h1>
        <p className="page-intro">
          {count} of {TECHNIQUES.length} techniques and sub-techniques of ATT&CK Enterprise{' '}
          {ATTACK_VERSION} are named by at least one rule. A technique counts the rules of its
          sub-techniques too. To be named is not to be covered: each rule's page says which of its
          queries run.
        </p>
        <TacticList tactics={groupByTactic(techniques, tactics)} />
      </div>
    </Frame>
  )
}
