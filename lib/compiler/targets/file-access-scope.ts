import type { Scope } from '../mapping'

/**
 * Sigma's `file_access` is the kernel's own trace (Microsoft-Windows-Kernel-File), which no table
 * holds; what comes near is Security event 4663
 * (https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4663).
 */
export const AUDITED_FILES_ONLY: Scope = {
  code: 'TARGET_EVENT_APPROXIMATED',
  message:
    'Windows writes event 4663 only for files whose audit list (SACL) asks for it, where the rule means every opened file: set auditing on the files that the rule names.',
  effect: 'narrows',
}
