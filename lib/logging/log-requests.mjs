import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { log } from './logger.mjs'

// Node's own channel (https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#http): the
// one place that sees every request whole, its status and its time too. Next.js shows these to no hook.
subscribe('http.server.request.start', ({ request, response }) => {
  const started = performance.now()
  const requestId = idOf(request)
  // Next.js hands the header on to routes, pages and `onRequestError`.
  request.headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  // Next.js rewrites the address of a request under way.
  const path = pathOf(request)
  // Next.js takes all the listeners that Node allows without a warning; this is one more.
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => {
    const facts = {
      requestId,
      method: request.method,
      path,
      status: response.statusCode,
      ms: Math.round((performance.now() - started) * 10) / 10,
    }
    if (!response.writableFinished) log.warn(facts, 'The reader went away before the answer ended')
    else if (response.statusCode >= 500) log.error(facts, 'Answered with an error')
    else if (isRoutine(path)) log.debug(facts, 'Answered')
    else log.info(facts, 'Answered')
  })
})

/** An id that a proxy in front has given, if it is a harmless one, else a new one. */
function idOf({ headers }) {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

function pathOf({ url = '' }) {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}

/** Files of the build, and the question whether all is well, which is asked again and again. */
function isRoutine(path) {
  return path.startsWith('/_next/') || path === '/api/health'
}
