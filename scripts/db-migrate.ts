import { findDataFolder } from '@/lib/database/data-folder'
import { joinEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import { UserFacingError } from '@/lib/database/user-facing-error'
import { writeMigration } from '@/lib/database/write-migration'

// `npm run db:migrate -- add_rule_author`: writes the migration that prisma/schema lacks. Nothing is
// applied; `npm start` and every other command do that.

const database = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, release: async () => {} }
  : await joinEmbeddedPostgres(findDataFolder(), { say: console.log })
try {
  const folder = await writeMigration(database.url, process.argv[2] ?? '')
  console.log(
    folder === null
      ? 'The migrations already make what the schema says.'
      : `Wrote ${folder}/migration.sql: read it, add to it what the schema cannot say, commit it.`,
  )
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  await database.release()
}
