/** One part of the project, and what its files may import. */
export interface Zone {
  /** A folder, or a file without its extension; the longest that fits a path is its zone. */
  readonly path: string
  /** Paths that it may import, besides itself; `'*'` is everything but `CLOSED`. */
  readonly may: readonly string[]
  /** Paths that it may import types from, besides. */
  readonly mayTypes?: readonly string[]
  /** Runs in a browser too: no module of Node's own. */
  readonly browser?: true
}

/** Nobody imports these, each listed importer aside. */
export const CLOSED: readonly { readonly path: string; readonly except: readonly string[] }[] = [
  { path: 'app', except: ['proxy'] },
  { path: 'lib/cli', except: ['bin', 'e2e', 'scripts'] },
  { path: 'e2e', except: [] },
  { path: 'test', except: ['e2e', 'vitest.config'] },
  { path: 'scripts', except: ['playwright.config', 'e2e'] },
  { path: 'bench', except: [] },
]

/** Prisma is the only way to the data, and these are the only ways to Prisma. */
export const PRISMA_USERS: readonly string[] = ['lib/catalogue', 'lib/database']

const DIAGNOSTICS = 'lib/diagnostics'
/** What `compile` returns, without the compiler. */
const RESULT = 'lib/compiler/compiled-query'
/** What an enrichment is, without those who make it. */
const ENRICHMENT = 'lib/enrichment/enrichment'

/** "Who may import whom", one row a zone. ARCHITECTURE.md explains the rows. */
export const ZONES: readonly Zone[] = [
  { path: DIAGNOSTICS, may: [], browser: true },
  { path: 'lib/sigma', may: [DIAGNOSTICS], browser: true },
  { path: 'lib/kql', may: [DIAGNOSTICS], browser: true },
  { path: 'lib/attack', may: [DIAGNOSTICS, 'content/attack'], browser: true },
  {
    path: 'lib/compiler',
    may: ['lib/sigma', 'lib/kql', DIAGNOSTICS, 'content/schema', 'content/mappings'],
    browser: true,
  },
  { path: 'lib/kusto', may: [DIAGNOSTICS, 'content/schema'] },
  // The three roles of a proof share no code with each other and none with the compiler.
  { path: 'lib/proof/sigma-evaluator', may: [], browser: true },
  { path: 'lib/proof/kql-evaluator', may: ['lib/kusto'] },
  {
    path: 'lib/proof',
    may: ['lib/proof/sigma-evaluator', 'lib/proof/kql-evaluator', 'lib/kusto', RESULT, DIAGNOSTICS],
  },
  { path: 'lib/highlight', may: [DIAGNOSTICS] },
  { path: 'lib/database', may: [DIAGNOSTICS, 'prisma/generated'] },
  { path: 'lib/logging', may: [] },
  {
    path: 'lib/catalogue',
    may: [
      'lib/database',
      'lib/logging',
      'lib/attack',
      'prisma/generated',
      ENRICHMENT,
      RESULT,
      DIAGNOSTICS,
    ],
  },
  { path: 'lib/importers', may: ['lib/sigma', 'lib/attack', DIAGNOSTICS] },
  {
    path: 'lib/enrichment',
    may: [
      'lib/sigma',
      'lib/attack',
      RESULT,
      DIAGNOSTICS,
      'content/schema',
      'content/mappings',
      'content/data-sources',
    ],
  },
  {
    path: 'lib/export',
    may: ['lib/sigma', 'lib/attack', RESULT, DIAGNOSTICS],
    mayTypes: ['lib/catalogue', 'lib/enrichment'],
  },
  {
    path: 'lib/ingest',
    may: [
      'lib/sigma',
      'lib/kql',
      'lib/attack',
      'lib/compiler',
      'lib/kusto',
      'lib/proof',
      'lib/importers',
      'lib/enrichment',
      'lib/export',
      'lib/highlight',
      'lib/catalogue',
      'lib/database',
      'content',
      DIAGNOSTICS,
    ],
  },
  { path: 'components', may: ['components'], mayTypes: ['lib'], browser: true },
  {
    path: 'components/convert',
    may: ['components', 'lib/sigma', 'lib/kql', 'lib/compiler', DIAGNOSTICS],
    mayTypes: ['lib'],
    browser: true,
  },
  {
    path: 'components/rule',
    may: ['components', 'lib/export/deep-links'],
    mayTypes: ['lib'],
    browser: true,
  },
  { path: 'lib/cli', may: ['*'] },
  { path: 'app', may: ['*'] },
  { path: 'instrumentation', may: ['lib/logging'] },
  { path: 'bin', may: ['lib/cli'] },
  { path: 'e2e', may: ['*'] },
  { path: 'test', may: ['*'] },
  { path: 'scripts', may: ['*'] },
  { path: 'bench', may: ['*'] },
]
