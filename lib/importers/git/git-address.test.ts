import { describe, expect, it } from 'vitest'
import { isGitAddress, parseGitAddress } from './git-address'

describe('parseGitAddress', () => {
  it.each([
    ['https://github.com/acme/rules.git', 'https://github.com/acme/rules.git', 'acme/rules'],
    ['https://reader:hunter2@git.test/a/b/rules/?key=1', 'https://git.test/a/b/rules/', 'b/rules'],
    ['https://hunter2@git.test/rules', 'https://git.test/rules', 'rules'],
    ['ssh://git:hunter2@git.test:22/acme/rules', 'ssh://git@git.test:22/acme/rules', 'acme/rules'],
    ['git@git.test:acme/rules.git', 'git@git.test:acme/rules.git', 'acme/rules'],
    ['file:///srv/my%20rules/.git', 'file:///srv/my%20rules/.git', 'my rules'],
  ])('%s is shown as %s and named %s', (origin, shown, name) => {
    expect(isGitAddress(origin)).toBe(true)
    expect(parseGitAddress(origin)).toEqual({ url: origin, shown, name })
  })

  it('gives git the transport as git writes it', () => {
    expect(parseGitAddress('HTTPS://github.com/Acme/rules').url).toBe(
      'https://github.com/Acme/rules',
    )
  })

  it.each([
    ['--upload-pack=touch /tmp/x', /begins with "-"/],
    ['-oProxyCommand=x', /begins with "-"/],
    ['ext::sh -c whoami', /"ext" is not read/],
    ['fd::17', /"fd" is not read/],
    ['https::https://x.test/y', /"https" is not read/],
    ['http://git.test/acme/rules', /"http" is not read; expected https, ssh or file/],
    ['git://git.test/acme/rules', /"git" is not read/],
    ['ftp://u:hunter2@git.test/x', /"ftp:\/\/git\.test\/x".*"ftp" is not read/],
    ['ssh://-oProxyCommand=x/y', /is not a URL|its host is an option/],
    ['git@-oProxyCommand=x:y', /is not|option/],
    ['file://../../etc', /three slashes/],
    ['file://server/share', /three slashes/],
    ['https://github.com', /names no repository/],
    ['https://github.com/a/b/archive/main.zip', /download it and give the file/],
    ['https://u:hunter2@[bad/x', /is not a URL/],
  ])('refuses %s', (origin, message) => {
    expect(() => parseGitAddress(origin)).toThrow(message)
    expect(() => parseGitAddress(origin)).not.toThrow(/hunter2/)
  })

  it('takes a path for a path', () => {
    for (const path of ['rules', './a:b', '/srv/rules.git', 'C:\\rules', 'x.zip'])
      expect(isGitAddress(path)).toBe(false)
  })
})
