import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { openCatalogue } from '@/app/catalogue'
import { Frame } from '@/app/frame'
import { canonical } from '@/app/site'
import { AttackContext } from '@/components/rule/attack-context'
import { Confidence } from '@/components/rule/confidence'
import { Contents } from '@/components/rule/contents'
import { DataSources } from '@/components/rule/data-sources'
import { Detection } from '@/components/rule/detection'
import { FalsePositives } from '@/components/rule/false-positives'
import { FileLinks } from '@/components/rule/file-links'
import { History } from '@/components/rule/history'
import { Hypothesis } from '@/components/rule/hypothesis'
import { Notice } from '@/components/rule/notice'
import { Provenance } from '@/components/rule/provenance'
import { References } from '@/components/rule/references'
import { RelatedRules } from '@/components/rule/related-rules'
import { RuleHeader } from '@/components/rule/rule-header'
import { minute } from '@/components/ui/minute'
import { findHistory } from '@/lib/catalogue/find-history'
import { findRelated } from '@/lib/catalogue/find-related'
import { getAttackContext } from '@/lib/catalogue/get-attack-context'
import { getRule } from '@/lib/catalogue/get-rule'
import type { RuleView } from '@/lib/catalogue/views'
import { describeAttack, techniqueIdsOf } from './attack'
import { badgesOf } from './badges'
import { describeLogsource } from './describe-logsource'
import { enrichmentOf } from './enrichment-of'
import { excerpt } from './excerpt'

type Props = PageProps<'/rules/[id]'>

/** Read once per request, for its title and for the page. */
const readRule = cache(async (id: string) => {
  const { db, version } = await openCatalogue()
  return getRule(db, version, id)
})

/** The proxy has answered for an unknown id; a rule that went since then is a 404 as well. */
async function loadRule({ params }: Props): Promise<RuleView> {
  const { id } = await params
  const rule = await readRule(id.toLowerCase())
  if (rule === null) notFound()
  if (rule.id !== id) permanentRedirect(`/rules/${rule.id}`)
  return rule
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rule = await readRule((await params).id.toLowerCase())
  if (rule === null) return { title: 'No such rule' }
  const title = excerpt(rule.title, 110)
  const description = excerpt(rule.description ?? enrichmentOf(rule).hypothesis.text, 160)
  return {
    title,
    description,
    alternates: canonical(`/rules/${rule.id}`) ?? null,
    openGraph: { title, description, type: 'article' },
  }
}

export default async function RulePage(props: Props) {
  const rule = await loadRule(props)
  const { db, version } = await openCatalogue()
  const [related, history, context, asked] = await Promise.all([
    findRelated(db, version, rule.id),
    findHistory(db, version, rule.id),
    getAttackContext(db, techniqueIdsOf(rule)),
    props.searchParams.then(({ target }) => target),
  ])
  const { hypothesis, dataSources, falsePositives, references, confidence, tags } =
    enrichmentOf(rule)
  const { coverageHref, ...attack } = describeAttack(rule, context)
  const shown =
    rule.queries.find(({ target }) => target === asked) ??
    rule.queries.find(({ kql }) => kql !== null) ??
    rule.queries[0]

  return (
    <Frame section={null}>
      <div className="rule">
        <article className="min-w-0">
          <RuleHeader
            title={rule.title}
            level={rule.level}
            targets={rule.queries}
            coverageHref={coverageHref}
            {...badgesOf(rule, tags)}
          >
            <Notice
              {...rule.source}
              source={rule.source.name}
              removed={rule.removed}
              rejected={rule.rejected}
            />
            <div className="rule-facts">
              <p className="meta">Retrieved: {minute(rule.source.retrievedAt)} UTC</p>
              <Confidence {...confidence} />
              <p className="meta">
                Author: <bdi>{rule.author ?? 'not named'}</bdi>
              </p>
              <p className="meta">Licence: {rule.licence ?? 'not stated'}</p>
              <FileLinks id={rule.id} queries={rule.queries} />
            </div>
          </RuleHeader>
          <Hypothesis hypothesis={hypothesis} description={rule.description} />
          <Detection
            id={rule.id}
            queries={rule.queries}
            shown={shown?.target ?? null}
            sigma={rule.sigma}
            sigmaHtml={rule.sigmaHtml}
          />
          <DataSources
            sources={dataSources}
            logsource={describeLogsource(rule)}
            definition={rule.logsource.definition}
          />
          <FalsePositives {...falsePositives} />
          <AttackContext {...attack} />
          <RelatedRules related={related} />
          <References
            references={references}
            original={{ url: rule.source.url, text: rule.source.url ?? rule.source.path }}
          />
          <History id={rule.id} revisions={history} />
          <Provenance rule={rule} />
        </article>
        <Contents />
      </div>
    </Frame>
  )
}
