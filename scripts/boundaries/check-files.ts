import { posix } from 'node:path'
import type { Violation } from './check-imports'

const LONGEST = 300
const CODE = /\.(?:tsx?|mjs|css)$/

/** What holds for files whatever they import: none is long, and each folder of lib explains itself. */
export function checkFiles(files: ReadonlyMap<string, string>): readonly Violation[] {
  return [...checkLengths(files), ...checkReadmes([...files.keys()])]
}

function checkLengths(files: ReadonlyMap<string, string>): Violation[] {
  return [...files].flatMap(([path, text]) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    if (!CODE.test(path) || lines <= LONGEST) return []
    const message = `has ${lines} lines: no file is longer than ${LONGEST}; split it by idea.`
    return [{ path, line: LONGEST + 1, message }]
  })
}

function checkReadmes(paths: readonly string[]): Violation[] {
  const folders = paths.flatMap((path) => /^lib\/[^/]+(?=\/)/.exec(path) ?? [])
  return [...new Set(folders)]
    .map((folder) => posix.join(folder, 'README.md'))
    .filter((readme) => !paths.includes(readme))
    .map((path) => ({ path, line: 1, message: 'is missing: it says what the folder is for.' }))
}
