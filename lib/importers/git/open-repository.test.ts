import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSource } from '../open-source'
import { commitFiles, git, HAS_GIT, makeRepository } from './fixtures/make-repository'

/** Folders of clones that are there now. */
const clones = () => readdirSync(tmpdir()).filter((name) => name.startsWith('rule-atlas-clone-'))

describe.skipIf(!HAS_GIT)('openRepository (needs git)', { timeout: 60_000 }, () => {
  let root: string
  let repository: string
  let before: readonly string[]
  beforeEach(() => {
    before = clones()
    root = mkdtempSync(join(tmpdir(), 'open-repository-'))
    repository = join(root, 'my-rules')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    expect(clones()).toEqual(before)
    rmSync(root, { recursive: true, force: true })
  })
  const url = (path = repository) => pathToFileURL(path).href
  const fail = (origin: string, options = {}) =>
    openSource(origin, options).then(
      () => 'it was opened',
      (error: Error) => error.message,
    )

  it('reads the newest commit and removes its clone', async () => {
    makeRepository(repository, { 'rules/a.yml': 'old', LICENSE: 'ours' })
    const commit = commitFiles(repository, { 'rules/a.yml': 'new', 'tests/b.yml': 'x' })
    const { importer, close } = await openSource(url())
    expect(importer.facts).toEqual({
      name: 'my-rules',
      origin: url(),
      webUrl: null,
      licence: null,
      licenceUrl: null,
      commit,
    })
    expect([...importer.files()]).toMatchObject([{ path: 'rules/a.yml', text: 'new' }])
    expect(clones()).toHaveLength(before.length + 1)
    close()
  })

  it('reads the branch that is asked for', async () => {
    makeRepository(repository, { 'a.yml': 'main' })
    git(repository, 'checkout', '--quiet', '-b', 'next')
    commitFiles(repository, { 'a.yml': 'next' })
    git(repository, 'checkout', '--quiet', 'main')
    const { importer, close } = await openSource(url(), { branch: 'next' })
    expect([...importer.files()]).toMatchObject([{ text: 'next' }])
    close()
    expect(await fail(url(), { branch: 'gone' })).toMatch(/has no branch of that name/)
    expect(await fail(root, { branch: 'x' })).toMatch(/so it has no --branch/)
  })

  it('runs no hook, no filter and no submodule of a repository, and follows no link', async () => {
    const mark = join(root, 'ran')
    makeRepository(join(root, 'other'), { 'x.yml': 'x' })
    makeRepository(repository, {
      'rules/a.yml': 'a',
      '.gitattributes': '*.yml filter=evil\n',
      '.gitmodules': `[submodule "other"]\n\tpath = rules/other\n\turl = ${url(join(root, 'other'))}\n`,
    })
    for (const hook of ['post-checkout', 'post-upload-pack']) {
      writeFileSync(join(repository, '.git/hooks', hook), `#!/bin/sh\ntouch ${mark}\n`)
      chmodSync(join(repository, '.git/hooks', hook), 0o755)
    }
    git(repository, 'config', 'filter.evil.smudge', `touch ${mark}`)
    symlinkSync('/etc/hostname', join(repository, 'rules/link.yml'))
    symlinkSync('/dev/zero', join(repository, 'LICENSE'))
    commitFiles(repository, {})
    vi.stubEnv('GIT_CONFIG_COUNT', '1')
    vi.stubEnv('GIT_CONFIG_KEY_0', 'filter.evil.smudge')
    vi.stubEnv('GIT_CONFIG_VALUE_0', `touch ${mark}`)
    const { importer, close } = await openSource(url())
    expect([...importer.files()]).toMatchObject([
      { path: 'rules/link.yml', kind: 'unreadable' },
      { path: 'rules/a.yml', text: 'a' },
    ])
    expect(existsSync(mark)).toBe(false)
    close()
  })

  it('says in one line why there is nothing to read', async () => {
    expect(await fail(url())).toMatch(/^The repository "file:.*" holds no git repository, or one/)
    makeRepository(join(root, 'bare-of-rules'), { 'README.md': 'x' })
    expect(await fail(url(join(root, 'bare-of-rules')))).toMatch(
      /^There are no rule files in "file:/,
    )
    git(root, 'init', '--quiet', 'empty')
    expect(await fail(url(join(root, 'empty')))).toMatch(/has no commit to read: it is empty/)
    makeRepository(repository, { 'a.yml': 'x' })
    git(repository, 'symbolic-ref', 'HEAD', 'refs/heads/gone')
    expect(await fail(url())).toMatch(/is gone; then name another/)
  })

  it('says in one line that a host cannot be reached, and keeps the password to itself', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    server.close()
    const message = await fail(`https://reader:hunter2@127.0.0.1:${port}/acme/rules`)
    expect(message).toMatch(/^The repository "https:\/\/127\.0\.0\.1:\d+\/acme\/rules" cannot be/)
    expect(message).not.toContain('hunter2')
  })

  it('says in one line that git is missing', async () => {
    vi.stubEnv('PATH', root)
    expect(await fail(url())).toMatch(/^To import from a repository, "git" is needed/)
  })

  it('gives up on a server that says nothing, and when it is told to stop', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as { port: number }
    const address = `https://127.0.0.1:${port}/acme/rules`
    expect(await fail(address, { longest: 1_500 })).toMatch(/was not cloned within 2 seconds/)
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('stopped')), 1_000)
    expect(await fail(address, { signal: stop.signal })).toBe('stopped')
    silent.close()
  })
})
