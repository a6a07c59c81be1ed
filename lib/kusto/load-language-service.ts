import type { LanguageService } from './language-service'

const SCRIPTS = [
  '@kusto/language-service-next/bridge.min.js',
  '@kusto/language-service-next/Kusto.Language.Bridge.min.js',
]

/**
 * Microsoft's language service, loaded once per process or worker at the first call.
 *
 * The scripts export nothing; they set globals. Where they are set already (a browser worker that
 * fetched both scripts) nothing is loaded. Node's loader is reached without an import statement, so
 * that bundlers neither follow the 5 MB nor fail on a browser build.
 *
 * @throws Error where neither the globals nor a Node loader exist.
 */
export function loadLanguageService(): LanguageService {
  const scope = globalThis as { Kusto?: LanguageService; Bridge?: unknown }
  if (scope.Kusto === undefined) {
    const { createRequire } = process.getBuiltinModule('node:module')
    const require = createRequire(import.meta.url)
    for (const script of SCRIPTS) require(script)
  }
  if (scope.Kusto === undefined) throw new Error('The Kusto language service did not load.')
  return scope.Kusto
}
