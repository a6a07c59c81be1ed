import { type KustoCode, type ServiceDiagnostic, toArray } from './language-service'
import { loadLanguageService } from './load-language-service'

/**
 * Microsoft's analyzers whose finding means that a query does something else than it says.
 * The others (KS500 "avoid contains", KS503, KS506, KS511, KS513–KS516 …) are about speed or style.
 */
const COUNTED = new Set([
  'KS501', // isnull() of a string: never true
  'KS502', // isnotnull() of a string: always true
  'KS504', // tobool() of a number
  'KS508', // join without a kind: innerunique drops duplicate rows of the left side
])

/** Words without which none of the counted analyzers can find anything; they cost a fifth of the analysis. */
const TRIGGER = /\b(?:isnull|isnotnull|tobool|join)\b/

/** What the counted analyzers find in analysed code. */
export function findAnalyzerFindings(code: KustoCode, text: string): readonly ServiceDiagnostic[] {
  if (!TRIGGER.test(text)) return []
  const { KustoCodeService } = loadLanguageService().Language.Editor
  const found = new KustoCodeService.ctor(code).GetAnalyzerDiagnostics(true)
  return toArray(found).filter((finding) => COUNTED.has(finding.Code))
}
