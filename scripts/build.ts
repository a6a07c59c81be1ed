import { buildApp } from '@/lib/cli/serve/build-app'
import { ensureClient } from '@/lib/database/generate-client'
import { UserFacingError } from '@/lib/database/user-facing-error'

// `npm run build`: the build that `npm start` would make, so that the start finds it done.

try {
  await ensureClient()
  await buildApp({ say: console.log, signal: new AbortController().signal })
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
