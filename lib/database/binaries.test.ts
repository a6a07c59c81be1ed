import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBinaries, findPackage } from './binaries'
import { linkLibraries } from './binary-links'
import { findDataFolder } from './data-folder'
import { spawnAs } from './service-user'

const isRoot = process.getuid?.() === 0

let top: string
beforeEach(() => {
  top = mkdtempSync('/tmp/rule-atlas-binaries-')
  chmodSync(top, 0o755)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

describe('linkLibraries', () => {
  it('makes the links that an install without scripts left out, and is content with them', () => {
    mkdirSync(join(top, 'native/lib'), { recursive: true })
    writeFileSync(join(top, 'native/lib/libpq.so.5.18'), 'library')
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    writeFileSync(join(top, 'native/pg-symlinks.json'), JSON.stringify(links))
    expect(linkLibraries(top)).toBe(true)
    expect(readFileSync(join(top, 'native/lib/libpq.so.5'), 'utf8')).toBe('library')
    expect(linkLibraries(top)).toBe(true)
  })
})

describe('findBinaries', () => {
  it('uses the installed package where the user can run it', () => {
    const folder = findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: join(top, 'data') })
    const { postgres, environment } = findBinaries(folder)
    const version = spawnSync(postgres, ['--version'], {
      ...{ env: environment, cwd: folder.path, encoding: 'utf8' },
      ...spawnAs(folder.user),
    })
    expect(version.stdout).toMatch(/^postgres \(PostgreSQL\) 18\./)
  })

  it.skipIf(!isRoot)('copies, once, a package that the user cannot reach', () => {
    const folder = findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: join(top, 'data') })
    const { root, version } = findPackage()
    const closed = join(top, 'home/package')
    const whole = { recursive: true, verbatimSymlinks: true }
    cpSync(join(root, 'native'), join(closed, 'native'), whole)
    chmodSync(join(top, 'home'), 0o700)
    const shared = join(top, 'shared')
    const find = () => findBinaries(folder, { root: closed, version }, shared)
    const first = find()
    expect(first.postgres).toBe(join(shared, `binaries-${version}/native/bin/postgres`))
    expect(find().postgres).toBe(first.postgres)
    expect(readdirSync(shared)).toEqual([`binaries-${version}`])
  })

  it('says what to do where a program does not run on this machine', () => {
    const folder = findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: join(top, 'data') })
    const broken = join(top, 'broken')
    mkdirSync(join(broken, 'native/bin'), { recursive: true })
    for (const name of ['initdb', 'postgres', 'pg_ctl']) {
      writeFileSync(join(broken, 'native/bin', name), '\0 no program', { mode: 0o755 })
    }
    expect(() => findBinaries(folder, { root: broken, version: '0' })).toThrow(
      /does not run on this machine \(.+\): set DATABASE_URL/,
    )
    expect(existsSync(join(folder.path, 'cluster'))).toBe(false)
  })
})
