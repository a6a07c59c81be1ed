import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDataFolder, type Places } from './data-folder'
import { canEnter } from './service-user'

const isRoot = process.getuid?.() === 0

let top: string
let places: Places
beforeEach(() => {
  top = mkdtempSync('/tmp/rule-atlas-folder-')
  chmodSync(top, 0o755)
  places = { project: join(top, 'project'), shared: join(top, 'shared') }
  mkdirSync(places.project)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

function find(setting?: string) {
  return findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: setting }, places)
}

describe('findDataFolder', () => {
  it('is .data in the project, where nothing else is said', () => {
    expect(find().path).toBe(join(places.project, '.data'))
    expect(find('').path).toBe(join(places.project, '.data'))
  })

  it('is ATLAS_DATA_DIR, relative to the project and not to where one stands', () => {
    expect(find('../elsewhere').path).toBe(join(top, 'elsewhere'))
    expect(existsSync(join(top, 'elsewhere'))).toBe(true)
  })

  it('says in one line why a folder cannot be used', () => {
    writeFileSync(join(top, 'file'), '')
    expect(() => find('../file/data')).toThrow(
      /^The data folder ".*\/file\/data" cannot be used: a part of its path is a file\. .*ATLAS_DATA_DIR/,
    )
  })
})

it.skipIf(process.platform !== 'linux')('gives up on a place where no folder can be made', () => {
  expect(() => find('/proc/rule-atlas/data')).toThrow(/no folder can be made there/)
})

describe.skipIf(!isRoot)('findDataFolder as root', () => {
  it('runs Postgres as an ordinary user, who can reach the folder whatever the umask', () => {
    const umask = process.umask(0o077)
    try {
      const { path, user } = find('../a/b')
      expect(user?.uid).toBeGreaterThan(0)
      expect(user !== null && canEnter(user, path)).toBe(true)
    } finally {
      process.umask(umask)
    }
  })

  it('keeps the data of a project in a closed home under the shared place, always the same', () => {
    chmodSync(places.project, 0o700)
    const { path, user } = find()
    expect(path.startsWith(`${places.shared}/`)).toBe(true)
    expect(user !== null && canEnter(user, path)).toBe(true)
    expect(find().path).toBe(path)
    expect(existsSync(join(places.project, '.data'))).toBe(false)
  })

  it('gives two closed projects a folder each', () => {
    chmodSync(places.project, 0o700)
    const copy = join(top, 'copy')
    mkdirSync(copy, { mode: 0o700 })
    const other = findDataFolder({ NODE_ENV: 'test' }, { ...places, project: copy })
    expect(other.path).not.toBe(find().path)
  })

  it('does not put elsewhere what ATLAS_DATA_DIR says to put in a closed folder', () => {
    mkdirSync(join(top, 'closed/home'), { recursive: true })
    writeFileSync(join(top, 'closed/home/file'), '')
    chmodSync(join(top, 'closed'), 0o700)
    expect(() => find('../closed/home')).toThrow(/cannot reach the data folder ".*closed\/home"/)
  })

  it('takes an empty folder of mode 0700 as `mktemp -d` makes it', () => {
    mkdirSync(join(top, 'made'), { mode: 0o700 })
    const { path, user } = find('../made')
    expect(user !== null && canEnter(user, path)).toBe(true)
    expect(find('../made').path).toBe(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })
})
