import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clusterFiles, ROLE } from './create-cluster'
import { clusterFolder, type DataFolder, findDataFolder } from './data-folder'
import {
  findEmbeddedPostgres,
  joinEmbeddedPostgres,
  stopEmbeddedPostgres,
} from './embedded-postgres'
import { findFreePort } from './free-port'
import { type Lease, takeLease } from './lease'

let top: string
let folder: DataFolder
beforeEach(() => {
  top = mkdtempSync('/tmp/rule-atlas-lease-')
  chmodSync(top, 0o755)
  folder = findDataFolder({ NODE_ENV: 'test', ATLAS_DATA_DIR: join(top, 'data') })
})
afterEach(async () => {
  await stopEmbeddedPostgres(folder, true)
  rmSync(top, { recursive: true, force: true })
})

it('tells why there is no lease where nothing listens', async () => {
  const port = await findFreePort(null)
  expect(await takeLease({ port, user: ROLE, password: 'x' })).toMatch(/ECONNREFUSED/)
})

it('tells that the connections are used up, and does not stop a server that is so much in use', async () => {
  const few = { fsync: 'off', max_connections: '4', superuser_reserved_connections: '1' }
  await joinEmbeddedPostgres(folder, {
    durable: false,
    settings: { ...few, max_wal_senders: '0' },
  })
  const password = readFileSync(clusterFiles(clusterFolder(folder)).password, 'utf8')
  const address = { port: findEmbeddedPostgres(folder)?.port ?? 0, user: ROLE, password }
  const leases: Lease[] = []
  let refusal = ''
  while (refusal === '' && leases.length < 10) {
    const lease = await takeLease(address)
    if (typeof lease === 'string') refusal = lease
    else leases.push(lease)
  }
  expect(refusal).toMatch(/too many clients/)
  await expect(stopEmbeddedPostgres(folder, false)).rejects.toThrow(/too many clients/)
  await Promise.all(leases.map((lease) => lease.end()))
}, 60_000)
