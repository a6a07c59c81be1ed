import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { errorCode } from './system-error'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Makes the symlinks between Postgres' libraries that npm packages cannot carry. The package does
 * so at install, but not under `npm install --ignore-scripts`.
 *
 * @param root the folder that holds `native`.
 * @returns false where some are missing and this user may not make them.
 */
export function linkLibraries(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    try {
      if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target))
    } catch (error) {
      // EEXIST: another process was quicker.
      if (errorCode(error) !== 'EEXIST') return false
    }
  }
  return true
}

/** Lets every user read and run what lies under the folder, whatever the umask was. */
export function openToAll(path: string): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return
  if (!status.isDirectory()) {
    chmodSync(path, status.mode | 0o444 | ((status.mode & 0o100) === 0 ? 0 : 0o111))
    return
  }
  chmodSync(path, 0o755)
  for (const name of readdirSync(path)) openToAll(join(path, name))
}
