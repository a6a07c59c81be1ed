import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFileOrFolder, openFolder } from './open-folder'

describe('openFolder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'open-folder-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const write = (path: string, content: string | Uint8Array = `title: ${path}`) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  const read = (path = root) =>
    [...openFileOrFolder(path).files()].map((file) =>
      file.kind === 'readable' ? file.path : `${file.path} ${file.diagnostic.code}`,
    )

  it('reads only rules*/ where there is one, sorted', () => {
    for (const path of ['rules/z/b.yml', 'rules/a.yaml', 'rules-x/c.yml', 'rules/d.txt'])
      write(path)
    for (const path of ['tests/e.yml', '.github/f.yml', 'g.yml', 'rules/.h.yml', 'rulesets/i.yml'])
      write(path)
    expect(read()).toEqual(['rules-x/c.yml', 'rules/a.yaml', 'rules/z/b.yml'])
  })

  it('reads any other folder whole', () => {
    for (const path of ['windows/b.yml', 'a.yml', '.git/c.yml']) write(path)
    expect(read()).toEqual(['a.yml', 'windows/b.yml'])
  })

  it('reads a single file by its name', () => {
    write('windows/b.yml')
    expect(read(join(root, 'windows/b.yml'))).toEqual(['b.yml'])
  })

  it('drops a byte order mark and nothing else', () => {
    write('a.yml', '\ufefftitle: a\r\n')
    expect([...openFolder(root).files()]).toMatchObject([{ text: 'title: a\r\n' }])
  })

  it('rejects links that lead out or nowhere, and passes over those inside', () => {
    for (const path of ['rules/a.yml', 'other/secret.yml']) write(path)
    const link = (target: string, path: string) => symlinkSync(target, join(root, path))
    link('a.yml', 'rules/inside.yml')
    link('.', 'rules/loop')
    link('/etc/hostname', 'rules/out.yml')
    link('/etc', 'rules/folder')
    link('gone.yml', 'rules/broken.yml')
    link('../other/secret.yml', 'rules/unread.yml')
    expect(read()).toEqual([
      'rules/broken.yml IMPORT_UNREADABLE',
      'rules/folder IMPORT_UNREADABLE',
      'rules/out.yml IMPORT_UNREADABLE',
      'rules/unread.yml IMPORT_UNREADABLE',
      'rules/a.yml',
    ])
  })

  it('does not wait for a pipe', () => {
    write('a.yml')
    execFileSync('mkfifo', [join(root, 'b.yml')])
    expect(read()).toEqual(['a.yml', 'b.yml IMPORT_UNREADABLE'])
  })

  it('says in one line why there is nothing to read', () => {
    expect(() => openFolder(join(root, 'gone'))).toThrow(/^There is no file or folder ".*gone"\.$/)
    expect(() => openFolder(root)).toThrow(/^There are no rule files in/)
    write('a.yml')
    expect(() => openFolder(join(root, 'a.yml'))).toThrow(/is a file, expected a folder/)
  })

  it('takes the SigmaHQ repository by its licence for what it is', () => {
    write('rules/a.yml')
    write('LICENSE', 'The rules contained in the SigmaHQ repository are released under the DRL')
    expect(openFolder(root).facts).toEqual({
      name: 'SigmaHQ',
      origin: root,
      webUrl: 'https://github.com/SigmaHQ/sigma/blob/master/',
      licence: 'DRL 1.1',
      licenceUrl: 'https://github.com/SigmaHQ/Detection-Rule-License',
      commit: null,
    })
  })

  it('names any other folder after itself', () => {
    write('mine/a.yml')
    expect(openFolder(join(root, 'mine')).facts).toMatchObject({ name: 'mine', webUrl: null })
  })
})
