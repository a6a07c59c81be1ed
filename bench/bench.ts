import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { compile } from '@/lib/compiler/compile'
import { TARGETS } from '@/lib/compiler/compiled-query'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { parseRule } from '@/lib/sigma/parse-rule'
import { findCorpus, ownDatabase, PROGRAM } from './corpus'

const ROUNDS = 5

const corpus = findCorpus(process.argv[2])
measureCompiler()
measureImport()

/** CPU time of this thread's work, from YAML text to the queries of all targets. */
function measureCompiler(): void {
  const texts = [...openFolder(corpus).files()].flatMap((file) =>
    file.kind === 'readable' ? [file.text] : [],
  )
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage()
    for (const text of texts) compileText(text)
    const { user, system } = process.cpuUsage(before)
    return texts.length / ((user + system) / 1e6)
  })
  // The first round is the one in which the engine compiles our code.
  const sorted = rates.slice(1).sort((a, b) => a - b)
  const median = sorted[Math.floor(ROUNDS / 2)] ?? 0
  console.log(
    `compile: ${Math.round(median)} rules per CPU second, ${TARGETS.length} targets each (${texts.length} rules; rounds ${sorted.map(Math.round).join(', ')})`,
  )
}

function compileText(text: string): void {
  const parsed = parseRule(text)
  if (parsed.ok) for (const target of TARGETS) compile(parsed.document, target)
}

function measureImport(): void {
  const env = ownDatabase()
  try {
    timeProgram('first import', ['import', corpus], env)
    timeProgram('unchanged import', ['import', corpus], env)
  } finally {
    rmSync(env.ATLAS_DATA_DIR ?? '', { recursive: true, force: true })
  }
}

function timeProgram(label: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const before = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env,
    encoding: 'utf8',
  })
  const seconds = (performance.now() - before) / 1000
  if (status !== 0) throw new Error(`${label} ended with ${status}: ${stderr}`)
  console.log(`${label}: ${seconds.toFixed(1)} s, process start and database start included`)
  console.log(`  ${stdout.trim().split('\n').join('\n  ')}`)
}
