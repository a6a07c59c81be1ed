import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, countPlaywright, countVitest } from './count-tests'

// `npm test`: everything that must pass, the cheapest first; the first step that fails ends the run.
// The last line, "N passed, N failed", is made from the runners' own reports.

interface Step {
  /** The script of package.json. */
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly count?: { readonly file: string; readonly read: (json: string) => Counts }
}

const folder = mkdtempSync(join(tmpdir(), 'rule-atlas-tests-'))
const unit = join(folder, 'unit.json')
const e2e = join(folder, 'e2e.json')

const steps: readonly Step[] = [
  { script: 'lint' },
  { script: 'types' },
  { script: 'boundaries' },
  {
    script: 'test:unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
    count: { file: unit, read: countVitest },
  },
  {
    script: 'test:e2e',
    args: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2e },
    count: { file: e2e, read: countPlaywright },
  },
]

const total = { passed: 0, failed: 0, skipped: 0 }
try {
  for (const [index, step] of steps.entries()) {
    console.log(`\nStep ${index + 1} of ${steps.length}: ${step.script}`)
    const ok = await run(step)
    const counts = readCounts(step)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    if (ok && counts.failed === 0) continue
    // A step without tests, or one that died before its report, fails as one.
    if (counts.failed === 0) total.failed += 1
    console.error(`\nStep "${step.script}" failed; alone it is run by: npm run ${step.script}`)
    break
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (total.skipped > 0) console.log(`\n${total.skipped} tests were skipped; their names say why.`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function run(step: Step): Promise<boolean> {
  const args = ['run', '-s', step.script, ...(step.args === undefined ? [] : ['--', ...step.args])]
  const child = spawn('npm', args, { stdio: 'inherit', env: { ...process.env, ...step.env } })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

function readCounts(step: Step): Counts {
  const none = { passed: 0, failed: 0, skipped: 0 }
  if (step.count === undefined) return none
  try {
    return step.count.read(readFileSync(step.count.file, 'utf8'))
  } catch (error) {
    console.error(`The report of "${step.script}" cannot be read: ${error}`)
    return { ...none, failed: 1 }
  }
}
