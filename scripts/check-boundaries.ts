import { resolve } from 'node:path'
import { checkFiles } from './boundaries/check-files'
import { checkImports } from './boundaries/check-imports'
import { readProject } from './boundaries/read-project'

// Who may import whom: the table is scripts/boundaries/table.ts. Prints one line a violation.
const files = readProject(resolve(process.argv[2] ?? '.'))
const violations = [
  ...[...files].flatMap(([path, text]) => (path.endsWith('.md') ? [] : checkImports(path, text))),
  ...checkFiles(files),
]
for (const { path, line, message } of violations) console.error(`${path}:${line} ${message}`)
console.log(`Boundaries: ${files.size} files checked, ${violations.length} violations.`)
process.exitCode = violations.length === 0 ? 0 : 1
