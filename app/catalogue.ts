import 'server-only'
import { cache } from 'react'
import { getClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'

/** The database and the version to read it at: asked once per request, so that a page is of one piece. */
export const openCatalogue = cache(async () => {
  const db = getClient()
  return { db, version: await currentVersion(db) }
})
