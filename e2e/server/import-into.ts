import { importFixtures } from './import-fixtures'

// For tests that need the fixtures in a database of their own: their runner loads no JSON modules.
const [, , url] = process.argv
if (url === undefined) throw new Error('Expected the URL of a database.')
await importFixtures(url)
