import { ImportError } from '../import-error'
import { inMegabytes, LARGEST_TOTAL, MOST_ENTRIES } from '../limits'
import type { GitAddress } from './git-address'
import { gitFailure } from './git-failure'
import { runGit } from './run-git'

/** A file or a symbolic link of a commit. */
export interface TreeEntry {
  /** As git has it, one character a byte: a path need not be UTF-8. */
  readonly path: string
  readonly isLink: boolean
  readonly size: number
}

/** What the list itself may come to (32 MiB): paths can be long. */
const LONGEST_LIST = 32 * 2 ** 20

/**
 * Lists what the newest commit of a clone holds. Folders may be the same one many times over, so a few
 * objects can stand for any number of files: git is stopped at the first that is one too many.
 *
 * @throws ImportError where it is more than is read; the signal's reason
 */
export async function listTree(
  address: GitAddress,
  folder: string,
  signal: AbortSignal,
): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = []
  const list = { rest: '', bytes: 0, count: 0, total: 0 }
  const onData = (piece: Buffer) => {
    list.bytes += piece.length
    const records = (list.rest + piece.toString('latin1')).split('\0')
    list.rest = records.pop() ?? ''
    for (const record of records) {
      list.count++
      const entry = readRecord(record)
      if (entry === null) continue
      list.total += entry.size
      entries.push(entry)
    }
    const excess = findExcess(list)
    if (excess === null) return
    throw new ImportError(
      `The repository "${address.shown}" holds more than ${excess}, and no more is read: clone it yourself and give the folder of its rules.`,
    )
  }
  // With the folders (-t): empty ones can be as many as files.
  const { status, said } = await runGit(
    ['-C', folder, '--git-dir=.git', 'ls-tree', '-r', '-t', '-l', '-z', '--full-tree', 'HEAD'],
    { signal, onData },
  )
  if (status !== 0) throw gitFailure(address, said)
  return entries
}

function findExcess({ count, total, bytes }: { count: number; total: number; bytes: number }) {
  if (count > MOST_ENTRIES) {
    return `${new Intl.NumberFormat('en').format(MOST_ENTRIES)} files and folders`
  }
  if (total > LARGEST_TOTAL) return `${inMegabytes(LARGEST_TOTAL)} of files`
  return bytes > LONGEST_LIST ? `${inMegabytes(LONGEST_LIST)} of paths` : null
}

/** `<mode> <type> <object> <size>\t<path>`; null for a folder and a submodule, which have no size. */
function readRecord(record: string): TreeEntry | null {
  const [, mode, size, path] = /^(\d+) blob \w+ +(\d+)\t(.+)$/s.exec(record) ?? []
  if (path === undefined) return null
  return { path, isLink: mode === '120000', size: Number(size) }
}
