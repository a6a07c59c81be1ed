import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root'
import type { SchemaFile } from './schema-engine'

/** Reads the files of prisma/schema, by name. */
export function readSchemaFiles(folder = join(projectRoot, 'prisma/schema')): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }))
}
