// After `npm install`: generates Prisma's client. An install never fails by this; where scripts may
// not run, or this one could not, the first command generates the client.
try {
  const { register } = await import('tsx/esm/api')
  register()
  const { ensureClient } = await import('../lib/database/generate-client.ts')
  await ensureClient()
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`The database client was not generated; "npm start" will try again. ${reason}`)
}
