import type { Prisma } from '@/prisma/generated/client'
import { OPEN } from './open-revision'

/** Revisions that are kept of a rule, the newest among them. */
export const KEPT_REVISIONS = 20

/**
 * Drops what nobody looks at any more of the rules that a version gave a new revision: of all older
 * revisions the markup, the text to search and the enrichment; of a rule with more than
 * `KEPT_REVISIONS` the oldest, whole. The last revision of a removed rule stays as it is, for its
 * page is still there. The rule in full, with its reasons: docs/decisions/011.
 */
export async function pruneRevisions(
  transaction: Prisma.TransactionClient,
  version: number,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE rule AS old SET sigma_html = NULL, search_text = ''
    FROM rule AS new
    WHERE new.valid_from = ${version} AND new.valid_to = ${OPEN}
      AND old.sigma_id = new.sigma_id AND old.valid_from < new.valid_from
      AND old.sigma_html IS NOT NULL`
  await transaction.$executeRaw`
    UPDATE query SET kql_html = NULL
    FROM rule AS new JOIN rule AS old
      ON old.sigma_id = new.sigma_id AND old.valid_from < new.valid_from
    WHERE new.valid_from = ${version} AND new.valid_to = ${OPEN}
      AND query.rule_id = old.id AND query.kql_html IS NOT NULL`
  await transaction.$executeRaw`
    DELETE FROM enrichment
    USING rule AS new JOIN rule AS old
      ON old.sigma_id = new.sigma_id AND old.valid_from < new.valid_from
    WHERE new.valid_from = ${version} AND new.valid_to = ${OPEN} AND enrichment.rule_id = old.id`
  await transaction.$executeRaw`
    DELETE FROM rule WHERE id IN (
      SELECT id FROM (
        SELECT old.id, row_number() OVER (PARTITION BY old.sigma_id ORDER BY old.valid_from DESC)
        FROM rule AS new JOIN rule AS old ON old.sigma_id = new.sigma_id
        WHERE new.valid_from = ${version} AND new.valid_to = ${OPEN}) AS kept (id, place)
      WHERE place > ${KEPT_REVISIONS})`
}
