import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFolder } from './describe-folder'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

describe('describeFolder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'describe-folder-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const git = (path: string, content: string) => {
    mkdirSync(dirname(join(root, '.git', path)), { recursive: true })
    writeFileSync(join(root, '.git', path), content)
  }
  const clone = (url: string) => {
    git('HEAD', 'ref: refs/heads/main\n')
    git('config', `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +x\n`)
  }

  it.each([
    ['https://github.com/SigmaHQ/sigma.git', 'SigmaHQ'],
    ['git@github.com:sigmahq/Sigma', 'SigmaHQ'],
    ['https://user:secret@github.com/acme/rules.git', 'acme/rules'],
    ['ssh://git@github.com/acme/rules', 'acme/rules'],
  ])('reads the remote %s', (url, name) => {
    clone(url)
    git('refs/heads/main', `${COMMIT}\n`)
    const facts = describeFolder('.', root)
    expect(facts).toMatchObject({ name, commit: COMMIT })
    expect(facts.webUrl).toMatch(new RegExp(`^https://github.com/[\\w-]+/[\\w-]+/blob/${COMMIT}/$`))
    expect(JSON.stringify(facts)).not.toContain('secret')
  })

  it('finds a commit among packed references, and a detached one', () => {
    clone('https://github.com/acme/rules')
    git('packed-refs', `# pack-refs\n${COMMIT} refs/heads/main\n`)
    expect(describeFolder('.', root).commit).toBe(COMMIT)
    git('HEAD', `${COMMIT}\n`)
    expect(describeFolder('.', root).commit).toBe(COMMIT)
    git('HEAD', 'ref: refs/heads/fix#1@ä\n')
    git('refs/heads/fix#1@ä', `${COMMIT}\n`)
    expect(describeFolder('.', root).commit).toBe(COMMIT)
  })

  it('does not follow a reference out of the checkout', () => {
    clone('https://github.com/acme/rules')
    git('HEAD', 'ref: refs/../../../etc/hostname\n')
    expect(describeFolder('.', root).commit).toBeNull()
  })

  it('links to no commit of SigmaHQ that was made elsewhere', () => {
    clone('file:///srv/sigma')
    git('HEAD', `${COMMIT}\n`)
    writeFileSync(join(root, 'LICENSE'), 'The content of the SigmaHQ repository is …')
    expect(describeFolder('.', root)).toMatchObject({
      name: 'SigmaHQ',
      commit: COMMIT,
      webUrl: 'https://github.com/SigmaHQ/sigma/blob/master/',
    })
  })

  it.each([
    'https://git.example.org/acme/rules.git',
    'https://github.com.example.org/SigmaHQ/sigma',
    'git@git.example.org:SigmaHQ/sigma.git',
    'ssh://git@git.example.org/SigmaHQ/sigma',
    '"https://git.example.org/x#SigmaHQ/sigma"',
    'https://github.com/acme/sigma',
  ])('does not take %s for SigmaHQ by what its licence says', (url) => {
    clone(url)
    writeFileSync(join(root, 'LICENSE'), 'The content of the SigmaHQ repository is …')
    const facts = describeFolder('.', root, 'SigmaHQ')
    expect(facts.name).not.toBe('SigmaHQ')
    expect(facts).toMatchObject({ licence: null, licenceUrl: null })
    expect(facts.webUrl ?? '').not.toContain('SigmaHQ')
  })

  it('links nothing of a remote that is not at GitHub', () => {
    clone('https://git.example.org/acme/rules.git')
    expect(describeFolder('.', root)).toMatchObject({ webUrl: null, licence: null })
  })

  it('knows the starter catalogue', () => {
    const starter = join(process.cwd(), 'content/rules')
    expect(describeFolder('content/rules', starter)).toMatchObject({
      name: 'Rule Atlas',
      webUrl: null,
    })
  })
})
