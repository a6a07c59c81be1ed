import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
} from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool, Result } from 'pg'

/**
 * Stands in for Prisma's schema engine, a program that Prisma downloads from a host of its own and
 * that not every network lets through. The same engine, compiled to WebAssembly, comes with npm; it
 * reaches the database through @prisma/adapter-pg. For development and tests: starting the product
 * needs no engine (`migrate.ts`).
 */

/** A file of the Prisma schema. */
export interface SchemaFile {
  readonly path: string
  readonly content: string
}

/** A migration folder, by its name, with the text of its migration.sql. */
export interface MigrationFile {
  readonly name: string
  readonly sql: string
}

/**
 * Compares a database with a schema.
 *
 * @returns the SQL that would make the database what the schema says, '' where it already is.
 */
export async function diffSchema(
  databaseUrl: string,
  schema: readonly SchemaFile[],
): Promise<string> {
  const files = [...schema]
  return withEngine(databaseUrl, schema, async (schemaEngine) => {
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    const script = stdout ?? ''
    return script.includes('This is an empty migration') ? '' : script
  })
}

/**
 * Applies migrations as `prisma migrate deploy` does.
 *
 * @returns the names of those that it applied. Rejects with Prisma's own message.
 */
export async function deployMigrations(
  databaseUrl: string,
  schema: readonly SchemaFile[],
  migrations: readonly MigrationFile[],
): Promise<readonly string[]> {
  return withEngine(databaseUrl, schema, async (schemaEngine) => {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({
      migrationsList: {
        baseDir: '/',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: NO_FILTER,
    })
    return appliedMigrationNames
  })
}

const NO_FILTER = { externalTables: [], externalEnums: [] }

async function withEngine<T>(
  databaseUrl: string,
  schema: readonly SchemaFile[],
  action: (schemaEngine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine()
  const pool = openPool(databaseUrl)
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content])
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool))
  try {
    const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter)
    try {
      return await action(schemaEngine)
    } finally {
      schemaEngine.free()
    }
  } finally {
    await pool.end()
  }
}

/** The package's own entry imports the .wasm file as a module, which Node 20 does only by a flag. */
async function loadEngine(): Promise<void> {
  loaded ??= instantiate()
  await loaded
}

let loaded: Promise<void> | undefined

async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...engine },
  })
  Reflect.get(engine, '__wbg_set_wasm')(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

const CHAR = 18
const CHAR_ARRAY = 1002

/**
 * The engine reads catalog columns of Postgres' one-byte type "char", which the adapter refuses. It
 * knows arrays of them: the pool says so to it, and `EngineAdapter` takes the array back.
 */
function openPool(databaseUrl: string): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  const query: (...values: readonly unknown[]) => unknown = pool.query.bind(pool)
  Reflect.set(pool, 'query', async (...values: readonly unknown[]) => {
    const result = await query(...values)
    // A script of several statements gives an array of results, which nobody looks into.
    if (result instanceof Result) {
      for (const field of result.fields) {
        if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY
      }
    }
    return result
  })
  return pool
}

class EngineAdapter extends PrismaPg {
  constructor(private readonly pool: Pool) {
    super(pool)
  }

  override async connect() {
    const connection = await super.connect()
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query)
      return { ...result, columnTypes: result.columnTypes.map(unwrapCharacter) }
    }
    // The adapter's own splits at every semicolon, those inside a function's body too.
    connection.executeScript = async (script) => {
      await this.pool.query(script)
    }
    return connection
  }
}

function unwrapCharacter(type: ColumnType): ColumnType {
  return type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type
}
