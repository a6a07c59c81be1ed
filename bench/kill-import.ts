import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createClient } from '@/lib/catalogue/client'
import type { Database } from '@/lib/catalogue/database'
import { openDatabase } from '@/lib/database/connect'
import { openFolder } from '@/lib/importers/sigmahq/open-folder'
import { findCorpus, ownDatabase, PROGRAM } from './corpus'

/** Rules that change from one kill to the next. */
const CHANGED = 200

const env = ownDatabase()
// This process opens the same database as the program that it kills.
delete process.env.DATABASE_URL
process.env.ATLAS_DATA_DIR = env.ATLAS_DATA_DIR
const folder = mkdtempSync(join(tmpdir(), 'rule-atlas-kill-'))
const files = copyCorpus()
const times = Number(process.argv[3] ?? 20)

const database = await openDatabase()
const db = createClient(database.url)
try {
  await killAgainAndAgain(db)
} finally {
  await db.$disconnect()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(env.ATLAS_DATA_DIR ?? '', { recursive: true, force: true })
}

async function killAgainAndAgain(db: Database): Promise<void> {
  let whole = await runProgram(null)
  let before = await shown(db)
  console.log(`first import: ${Math.round(whole)} ms, ${before.rules} rules`)
  for (let kill = 1; kill <= times; kill++) {
    changeRules(kill)
    const moment = Math.round(Math.random() * (kill === 1 ? whole / 4 : whole))
    await runProgram(moment)
    const seen = await shown(db)
    const time = await runProgram(null)
    const after = await shown(db)
    const isWhole = [before, after].some((state) => JSON.stringify(state) === JSON.stringify(seen))
    const isDone = after.rules === before.rules && after.current > 0
    console.log(
      `kill ${kill} after ${moment} ms: readers saw ${seen.version === before.version ? 'the old' : 'the new'} version${isWhole ? '' : ', and NOT WHOLE'}; run again in ${Math.round(time)} ms${isDone ? '' : ', NOT COMPLETE'}`,
    )
    if (!isWhole || !isDone) process.exitCode = 1
    before = after
    whole = kill === 1 ? time : Math.max(time, 1000)
  }
}

function copyCorpus() {
  const files = [...openFolder(findCorpus(process.argv[2])).files()].filter(
    (file) => file.kind === 'readable',
  )
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return files
}

/** Puts a comment into some rules, other ones than last time, so that there is something to import. */
function changeRules(kill: number): void {
  for (let n = 0; n < CHANGED; n++) {
    const file = files[(n * 13 + kill) % files.length]
    if (file) writeFileSync(join(folder, file.path), `${file.text.trimEnd()}\n# wave ${kill}\n`)
  }
}

async function shown(db: Database) {
  const { publishedVersion: version } = await db.catalogue.findUniqueOrThrow({ where: { id: 1 } })
  const visible = { validFrom: { lte: version }, validTo: { gt: version } }
  const rules = await db.rule.count({ where: visible })
  const queries = await db.query.count({ where: { rule: visible } })
  const current = await db.rule.count({ where: { ...visible, validFrom: version } })
  return { version, rules, queries, current }
}

/** Runs an import, to its end or until it is killed. @returns milliseconds */
function runProgram(killAfter: number | null): Promise<number> {
  const started = performance.now()
  const args = [PROGRAM, 'import', folder, '--source', 'Kill']
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (timer !== null) clearTimeout(timer)
      if (killAfter === null && code !== 0) reject(new Error(`The import ended with ${code}.`))
      else resolve(performance.now() - started)
    })
  })
}
