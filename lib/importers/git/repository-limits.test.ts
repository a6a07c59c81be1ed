import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSource } from '../open-source'
import { commitTree, git, HAS_GIT, makeRepository, makeTree } from './fixtures/make-repository'
import { parseGitAddress } from './git-address'
import { watchSize } from './watch-size'

const clones = () => readdirSync(tmpdir()).filter((name) => name.startsWith('rule-atlas-clone-'))

describe.skipIf(!HAS_GIT)('what is read of a repository (needs git)', { timeout: 60_000 }, () => {
  let root: string
  let repository: string
  let before: readonly string[]
  beforeEach(() => {
    before = clones()
    root = mkdtempSync(join(tmpdir(), 'repository-limits-'))
    repository = join(root, 'rules')
  })
  afterEach(() => {
    expect(clones()).toEqual(before)
    rmSync(root, { recursive: true, force: true })
  })
  const url = () => pathToFileURL(repository).href
  const fail = () =>
    openSource(url()).then(
      ({ close }) => {
        close()
        return 'it was opened'
      },
      (error: Error) => error.message,
    )
  /** A folder with the same thing in it many times. */
  const repeat = (times: number, thing: string, ending = '') =>
    makeTree(
      repository,
      Array.from({ length: times }, (_, n) => `${thing}\t${n}${ending}`),
    )
  const commitRules = (tree: string) =>
    commitTree(repository, makeTree(repository, [`040000 tree ${tree}\trules`]))

  it.each(['files', 'empty folders'])('refuses folders of folders of … of %s', async (kind) => {
    makeRepository(repository, { 'rules/a.yml': 'a' })
    const blob = git(repository, 'rev-parse', 'HEAD:rules/a.yml')
    let tree = kind === 'files' ? repeat(10, `100644 blob ${blob}`, '.yml') : repeat(0, '')
    for (let level = 0; level < 9; level++) tree = repeat(10, `040000 tree ${tree}`)
    commitRules(tree)
    expect(await fail()).toMatch(/^The repository "file:.*" holds more than 100,000 files and/)
  })

  it('refuses a file that is there too often', async () => {
    makeRepository(repository, { 'rules/a.yml': '#'.repeat(3_000_000) })
    const blob = git(repository, 'rev-parse', 'HEAD:rules/a.yml')
    commitRules(repeat(400, `100644 blob ${blob}`, '.png'))
    expect(await fail()).toMatch(/holds more than 1,024 MiB of files, and no more is read/)
    commitRules(repeat(100, `100644 blob ${blob}`, '.yml'))
    expect(await fail()).toMatch(/^The rule files of .* come to 287 MiB, and at most 256 MiB are/)
  })

  it('puts nothing on the disk but what is read', async () => {
    makeRepository(repository, { 'rules/a.yml': 'a', 'rules/b.png': 'b', 'docs/c.yml': 'c' })
    const { importer, close } = await openSource(url())
    expect([...importer.files()]).toMatchObject([{ path: 'rules/a.yml' }])
    const [clone = ''] = clones().filter((name) => !before.includes(name))
    const written = readdirSync(join(tmpdir(), clone, 'clone'), { recursive: true }).map(String)
    close()
    expect(written.filter((path) => !path.startsWith('.git')).sort()).toEqual([
      'rules',
      'rules/a.yml',
    ])
  })

  it('sees that more is received than is read', async () => {
    makeRepository(repository, { 'a.yml': 'a' })
    git(repository, 'repack', '--quiet', '-a')
    const watch = watchSize(parseGitAddress('https://u:hunter2@git.test/a/b'), repository, 100)
    await new Promise((resolve) => watch.signal.addEventListener('abort', resolve))
    watch.end()
    expect(watch.signal.reason.message).toMatch(/^The repository "https:\/\/git\.test\/a\/b" sends/)
  })
})
