import type { PrismaClient } from '@/prisma/generated/client'
import { currentVersion } from './current-version'
import { isRuleId } from './get-rule'

/** Whether readers see a rule with this Sigma id now, or saw one that was removed: both have a page. */
export async function hasRule(db: PrismaClient, sigmaId: string): Promise<boolean> {
  if (!isRuleId(sigmaId)) return false
  const version = await currentVersion(db)
  const rule = await db.rule.findFirst({
    where: { sigmaId: sigmaId.toLowerCase(), validFrom: { lte: version } },
    select: { id: true },
  })
  return rule !== null
}
