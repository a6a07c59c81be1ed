import { filter, type KqlExpression, literal } from '@/lib/kql/ast'

/** https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers */
const BUILT_IN = [
  ['S-1-5-18', 'NT AUTHORITY\\SYSTEM'],
  ['S-1-5-19', 'NT AUTHORITY\\LOCAL SERVICE'],
  ['S-1-5-20', 'NT AUTHORITY\\NETWORK SERVICE'],
] as const

/**
 * Arguments of a `case` that name the built-in accounts by their SID: Windows' security events show
 * them as the computer's own account (`DOMAIN\\HOST$`), Sysmon and the rules by these names.
 */
export function builtInAccounts(sid: KqlExpression): readonly KqlExpression[] {
  return BUILT_IN.flatMap(([id, name]) => [filter(sid, '==', id), literal(name)])
}
