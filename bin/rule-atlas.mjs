#!/usr/bin/env node
// The command line runs TypeScript as it is: tsx compiles on the fly, nothing has to be built first.
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Rule Atlas needs Node 20.19 or newer, this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  )
  process.exit(1)
}
try {
  const { register } = await import('tsx/esm/api')
  // Wherever it is called from: tsx would look for the paths of imports in the working folder.
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
} catch {
  console.error('The packages of Rule Atlas are not installed: run "npm install" first.')
  process.exit(1)
}
const { main } = await import('../lib/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
