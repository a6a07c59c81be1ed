import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isRuleFolder, RULE_FILE } from './rule-paths'

/** What lies under a folder. Paths are relative to the root, with forward slashes, sorted. */
export interface Walk {
  readonly files: readonly string[]
  /** Folders that could not be listed, with the system's reason. */
  readonly unlisted: ReadonlyMap<string, string>
  /** Symbolic links that lead to nothing that was read, with where they lead. */
  readonly strayLinks: ReadonlyMap<string, string>
}

/** Lists the rule files of a source: see "Which files" and "Links" in this folder's README. */
export function walkFolder(root: string): Walk {
  const walker = new Walker(realpathSync(root))
  walker.walk('', rootEntries(root))
  return walker.finish()
}

function rootEntries(root: string): readonly Dirent[] {
  const entries = readdirSync(root, { withFileTypes: true })
  const ruleFolders = entries.filter((entry) => entry.isDirectory() && isRuleFolder(entry.name))
  return ruleFolders.length > 0 ? ruleFolders : entries
}

class Walker {
  private readonly files: string[] = []
  private readonly folders = new Set<string>()
  private readonly unlisted = new Map<string, string>()
  private readonly links: string[] = []

  constructor(private readonly root: string) {}

  walk(folder: string, entries: readonly Dirent[]): void {
    this.folders.add(folder)
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) this.walkInto(path)
      else if (entry.isSymbolicLink()) this.links.push(path)
      else if (RULE_FILE.test(entry.name)) this.files.push(path)
    }
  }

  private walkInto(path: string): void {
    try {
      this.walk(path, readdirSync(join(this.root, path), { withFileTypes: true }))
    } catch (error) {
      this.unlisted.set(path, (error as NodeJS.ErrnoException).code ?? String(error))
    }
  }

  finish(): Walk {
    const files = this.files.sort()
    const read = new Set([...files, ...this.folders])
    const strayLinks = new Map<string, string>()
    for (const link of this.links) {
      const target = this.resolveLink(link)
      if (target === null || !read.has(target)) strayLinks.set(link, target ?? '')
    }
    return { files, unlisted: this.unlisted, strayLinks }
  }

  /** Where a link leads, relative to the root, or null where it leads out of it or to nothing. */
  private resolveLink(link: string): string | null {
    try {
      const path = relative(this.root, realpathSync(join(this.root, link)))
      return path.startsWith('..') ? null : path.split(sep).join('/')
    } catch {
      return null
    }
  }
}
