import { ImportError } from '../import-error'
import { inMegabytes, LARGEST_RULES } from '../limits'
import { RULE_FILE, readPlaces } from '../sigmahq/rule-paths'
import type { GitAddress } from './git-address'
import { gitFailure } from './git-failure'
import { listTree, type TreeEntry } from './list-tree'
import { runGit } from './run-git'

/**
 * Puts what is read of a clone's newest commit into the clone's folder: rule files, links where rules
 * are looked for (so that they can be rejected by name) and the LICENSE.
 *
 * @throws ImportError where the commit holds more than is read; the signal's reason
 */
export async function checkOut(
  address: GitAddress,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const entries = await listTree(address, folder, signal)
  const isPlace = readPlaces(entries.map(({ path }) => path))
  const read = entries.filter(({ path, isLink }) => {
    return path === 'LICENSE' || (isPlace(path) && (isLink || RULE_FILE.test(path)))
  })
  checkTotal(address, read)
  const run = async (args: readonly string[], input = '') => {
    const at = ['-C', folder, '--git-dir=.git', '--work-tree=.']
    const { status, said } = await runGit([...at, ...args], {
      signal,
      input: Buffer.from(input, 'latin1'),
    })
    if (status !== 0) throw gitFailure(address, said)
  }
  await run(['read-tree', 'HEAD'])
  const paths = read.map(({ path }) => `${path}\0`).join('')
  await run(['checkout-index', '--quiet', '-z', '--stdin'], paths)
}

function checkTotal({ shown }: GitAddress, read: readonly TreeEntry[]): void {
  const total = read.reduce((sum, { size }) => sum + size, 0)
  if (total <= LARGEST_RULES) return
  throw new ImportError(
    `The rule files of the repository "${shown}" come to ${inMegabytes(total)}, and at most ${inMegabytes(LARGEST_RULES)} are read: import it in parts.`,
  )
}
