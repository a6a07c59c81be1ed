import { Prisma } from '@/prisma/generated/client'
import { OPEN } from './open-revision'

/** Revisions that are kept of a rule, the newest among them. */
export const KEPT_REVISIONS = 20

/**
 * Drops what nobody looks at any more: of all revisions that a version before this one superseded, the
 * markup, the text to search and the enrichment; of a rule with more than `KEPT_REVISIONS` the oldest,
 * whole. What this version supersedes stays as it is until the next one: whoever began to read at the
 * version before still gets a whole page. The last revision of a removed rule stays for good, for its
 * page is still there. The rule in full, with its reasons: docs/decisions/011.
 */
export async function pruneRevisions(
  transaction: Prisma.TransactionClient,
  version: number,
): Promise<void> {
  const isSuperseded = Prisma.sql`old.valid_to < ${version} AND EXISTS (
    SELECT FROM rule AS new
    WHERE new.sigma_id = old.sigma_id AND new.valid_from > old.valid_from
      AND new.valid_from < ${version})`
  await transaction.$executeRaw`
    UPDATE rule AS old SET sigma_html = NULL, search_text = ''
    WHERE old.sigma_html IS NOT NULL AND ${isSuperseded}`
  await transaction.$executeRaw`
    UPDATE query SET kql_html = NULL
    FROM rule AS old
    WHERE query.rule_id = old.id AND query.kql_html IS NOT NULL AND ${isSuperseded}`
  await transaction.$executeRaw`
    DELETE FROM enrichment
    USING rule AS old
    WHERE enrichment.rule_id = old.id AND ${isSuperseded}`
  await transaction.$executeRaw`
    DELETE FROM rule WHERE id IN (
      SELECT id FROM (
        SELECT old.id, row_number() OVER (PARTITION BY old.sigma_id ORDER BY old.valid_from DESC)
        FROM rule AS new JOIN rule AS old ON old.sigma_id = new.sigma_id
        WHERE new.valid_from = ${version} AND new.valid_to = ${OPEN}) AS kept (id, place)
      WHERE place > ${KEPT_REVISIONS})`
}
