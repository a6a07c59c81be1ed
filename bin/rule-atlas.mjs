#!/usr/bin/env node
// The command line runs TypeScript as it is: tsx compiles on the fly, nothing has to be built first.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../lib/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
