import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFreePort } from '@/lib/database/free-port'
import { checkAddress, readAddress } from './web-address'

const environment = (settings: Record<string, string>) => ({
  NODE_ENV: 'test' as const,
  ...settings,
})

describe('readAddress', () => {
  it.each([
    [{}, '127.0.0.1', 3000, 'http://127.0.0.1:3000'],
    [{ PORT: '8080', HOST: '0.0.0.0' }, '0.0.0.0', 8080, 'http://localhost:8080'],
    [{ PORT: '', HOST: '::1' }, '::1', 3000, 'http://[::1]:3000'],
  ])('reads %j', (settings, host, port, url) => {
    expect(readAddress(environment(settings))).toEqual({ host, port, url })
  })

  it.each(['0', '65536', '-1', '3000x', '3e3', ' '])('refuses PORT=%j', (PORT) => {
    expect(() => readAddress(environment({ PORT }))).toThrow(/^PORT is ".*": expected a number/)
  })
})

describe('checkAddress', () => {
  let port: number
  let other: Server
  beforeEach(async () => {
    port = await findFreePort(null)
    other = createServer()
  })
  afterEach(() => new Promise((resolve) => other.close(resolve)))
  const occupy = () => new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const check = (host = '127.0.0.1') => checkAddress({ host, port, url: '' })

  it('takes a free port', async () => {
    await expect(check()).resolves.toBeUndefined()
  })

  it('names a busy port and the remedy in one line', async () => {
    await occupy()
    await expect(check()).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is in use by another program: stop that, or choose another port, as in PORT=${port + 1} npm start.`,
    )
  })

  it('waits for an earlier run that is just ending', async () => {
    await occupy()
    setTimeout(() => other.close(), 300)
    await expect(check()).resolves.toBeUndefined()
  })

  it('names a HOST that is not of this machine', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
    await expect(check('192.0.2.1')).rejects.toThrow(/^HOST is "192\.0\.2\.1"/)
  })
})
