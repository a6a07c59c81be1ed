import { openCatalogue } from '@/app/catalogue'
import { findDatabaseReason } from '@/lib/catalogue/database-error'
import { reportTrouble } from '@/lib/catalogue/get-health'
import { getRule } from '@/lib/catalogue/get-rule'
import { fileResponse, notFoundResponse, unavailableResponse } from './file-response'
import { findRuleFile, type RuleFile } from './rule-files'

/**
 * What lies under a rule: its files (`asim.kql`; proxy.ts leads `/rules/<id>.json` and `.yml` here),
 * else a readable end to its address, which is welcome and means nothing: the id alone names the rule.
 */
export async function GET(request: Request, { params }: RouteContext<'/rules/[id]/[slug]'>) {
  const { id, slug } = await params
  const lower = id.toLowerCase()
  const file = findRuleFile(slug)
  if (file === null) return redirect(`/rules/${encodeURIComponent(lower)}`)
  if (id !== lower) return redirect(file.address(encodeURIComponent(lower)))
  try {
    return await answer(request, id, file)
  } catch (error) {
    // The proxy found the database well; it went since then.
    if (findDatabaseReason(error) === null) throw error
    return unavailableResponse(file.type, reportTrouble(error))
  }
}

async function answer(request: Request, id: string, file: RuleFile): Promise<Response> {
  const { db, version } = await openCatalogue()
  const rule = await getRule(db, version, id)
  if (rule === null) return notFoundResponse(file.type, 'There is no rule with this id.')
  const made = await file.make(rule, { db, version })
  return made.found
    ? fileResponse(request, file.type, made.text, made.name)
    : notFoundResponse(file.type, made.reason)
}

function redirect(location: string): Response {
  return new Response(null, { status: 308, headers: { Location: location } })
}
