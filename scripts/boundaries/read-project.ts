import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LEFT_OUT = new Set(['node_modules', 'test-results', 'playwright-report', 'content', 'public'])
const GENERATED = ['prisma/generated', 'prisma/migrations', 'next-env.d.ts']
const READ = /\.(?:tsx?|mjs|css|md)$/

/**
 * Hand-written code and READMEs below a folder, by path with forward slashes. Left out: folders
 * that start with a dot, data, and what tools write.
 */
export function readProject(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const read = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (GENERATED.includes(path)) continue
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !LEFT_OUT.has(path)) read(path)
      } else if (entry.isFile() && READ.test(entry.name)) {
        files.set(path, readFileSync(join(root, path), 'utf8'))
      }
    }
  }
  read('')
  return files
}
