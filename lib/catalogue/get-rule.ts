import type { PrismaClient } from '@/prisma/generated/client'
import { findPublishedAt } from './find-published-at'
import { isoDay } from './iso-day'
import { originalUrl } from './original-url'
import { readDiagnostics } from './read-diagnostics'
import { readEnrichment } from './read-enrichment'
import { sourceKind } from './source-kind'
import { byTarget, targetState } from './target-state'
import type { RuleView } from './views'
import { visibleAt } from './visible-at'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the form of a rule's id. */
export function isRuleId(text: string): boolean {
  return UUID.test(text)
}

/**
 * The rule with this Sigma id as readers of the version see it, or null. Of a rule that its source
 * removed, the last revision, with when that was.
 */
export async function getRule(
  db: PrismaClient,
  version: number,
  sigmaId: string,
): Promise<RuleView | null> {
  if (!isRuleId(sigmaId)) return null
  const rule = await db.rule.findFirst({
    where: { sigmaId, validFrom: { lte: version } },
    orderBy: { validFrom: 'desc' },
    omit: { id: true, searchText: true, contentHash: true, shownHash: true, toolchainHash: true },
    include: { source: true, queries: true, enrichment: true },
  })
  if (rule === null) return null
  const { source, validTo } = rule
  const publishedAt = validTo > version ? null : await findPublishedAt(db, [validTo])
  const rejection = await db.rejection.findFirst({
    where: { sourceName: source.name, path: rule.path, ...visibleAt(version) },
    select: { message: true, line: true, rejectedAt: true },
  })
  const isOwnLicence = rule.licence !== null && rule.licence !== source.licence
  return {
    id: rule.sigmaId,
    removed: publishedAt && {
      version: validTo,
      at: publishedAt.get(validTo) ?? null,
      source: source.name,
    },
    rejected: rejection && {
      ...{ message: rejection.message, line: rejection.line },
      at: rejection.rejectedAt.toISOString(),
    },
    kind: rule.kind,
    title: rule.title,
    description: rule.description,
    level: rule.level,
    status: rule.status,
    author: rule.author,
    licence: rule.licence ?? source.licence,
    // A licence that the rule names itself is not what the source's address leads to.
    licenceUrl: isOwnLicence ? null : source.licenceUrl,
    date: rule.date && isoDay(rule.date),
    modified: rule.modified && isoDay(rule.modified),
    logsource: {
      product: rule.product,
      category: rule.category,
      service: rule.service,
      definition: rule.logsourceDefinition,
    },
    tags: rule.tags,
    techniques: rule.techniques,
    tactics: rule.tactics,
    tables: rule.tables,
    references: rule.references,
    falsePositives: rule.falsePositives,
    sigma: rule.sigma,
    sigmaHtml: rule.sigmaHtml,
    queries: rule.queries.sort(byTarget).map((query) => {
      const diagnostics = readDiagnostics(query.diagnostics)
      return {
        target: query.target,
        state: targetState(query.status, diagnostics),
        kql: query.kql,
        kqlHtml: query.kqlHtml,
        tables: query.tables,
        diagnostics,
      }
    }),
    enrichment: readEnrichment(rule.enrichment),
    source: {
      name: source.name,
      kind: sourceKind(source),
      path: rule.path,
      url: originalUrl(source.webUrl, rule.path),
      commit: source.commit,
      // The source was read since, and this revision is none of what was read.
      retrievedAt: (publishedAt === null && rejection === null
        ? source.retrievedAt
        : rule.importedAt
      ).toISOString(),
    },
  }
}
