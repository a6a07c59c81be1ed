import { describe, expect, it } from 'vitest'
import { parseGitAddress } from './git-address'
import { gitFailure } from './git-failure'

describe('gitFailure', () => {
  const say = (said: string, origin = 'https://u:hunter2@git.example/x/y') =>
    gitFailure(parseGitAddress(origin), said).message

  it.each([
    // git writes an address in its own way: with the port, without the end, or another one.
    [
      "fatal: bad 'https://u:hunter2@git.example:443/x/y'",
      "fatal: bad 'https://git.example:443/x/y'",
    ],
    ['error: hunter2 is no number', 'error: … is no number'],
    [
      'fatal: is it ssh://git:hunter2@h/x? Or https://a:b@h/?key=hunter2 not',
      'fatal: is it ssh://git@h/x? Or https://h/ not',
    ],
    ["fatal: what? A 'reason' after it", "fatal: what? A 'reason' after it"],
  ])('says %s without secrets and else whole', (said, shown) => {
    expect(say(`warning: x\n${said}\n`)).toBe(
      `The repository "https://git.example/x/y" could not be cloned; git says: ${shown}.`,
    )
  })

  it('knows a secret in whatever way it is written', () => {
    for (const part of ['hun ter2', "hun'ter2", 'hun%20ter2']) {
      const origin = `https://u:${part}@git.example/x/y`
      const message = say(
        `fatal: at "https://u:${part}@git.example:443" and ${decodeURIComponent(part)}`,
        origin,
      )
      expect(message).not.toMatch(/ter2/)
    }
  })
})
