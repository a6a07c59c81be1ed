import type { Instrumentation } from 'next'
import { log } from '@/lib/logging/logger.mjs'

/** Next.js calls this for every error that a page, a route or the proxy did not catch. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  const facts = {
    requestId: request.headers['x-request-id'],
    method: request.method,
    route: context.routePath,
    // What the error page shows to the reader.
    digest,
    err: error,
  }
  log.error(facts, 'A page or route failed')
}
