import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root'
import { UserFacingError } from './user-facing-error'

/** One folder of prisma/migrations. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

export const migrationsFolder = join(projectRoot, 'prisma/migrations')

/**
 * Reads the migrations in the order in which they apply: that of their names.
 *
 * @throws UserFacingError where a folder has no migration.sql (Prisma's P3015).
 */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const path = join(folder, name, 'migration.sql')
      if (!existsSync(path)) {
        throw new UserFacingError(
          `The migration "${name}" has no migration.sql: restore that file, or remove the folder "${join(folder, name)}".`,
        )
      }
      return { name, sql: readFileSync(path, 'utf8') }
    })
}

/** What Prisma keeps of a migration's text: SHA-256, hex. */
export function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** Whether the text is what was applied; as Prisma does, a checkout's line endings do not count. */
export function isUnchanged(sql: string, applied: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksum(text) === applied)
}
