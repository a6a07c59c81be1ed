import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    exclude: [...configDefaults.exclude, 'e2e/**', '.next/**', '.data/**'],
    globalSetup: ['test/database-setup.ts'],
    // The first test that asks for a database waits until there is a Postgres.
    hookTimeout: 120_000,
    testTimeout: 30_000,
  },
})
