import { createHash } from 'node:crypto'

/** Content types of a rule's files. */
export type FileType = 'application/json' | 'text/yaml' | 'text/plain'

/** A file is data, whatever a browser is led to think of it. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

/**
 * A rule's file, shown or saved under its name; 304 where the reader has it. Asked for anew each
 * time, since any import may change it, at the price of a header.
 *
 * @param name as `ruleFileName` makes it: it stands in a header
 */
export function fileResponse(request: Request, type: FileType, text: string, name: string) {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = {
    ...HEADERS,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'no-cache',
    ETag: etag,
  }
  return hasTag(request.headers.get('If-None-Match'), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers })
}

/** A 404 in the type that was asked for. */
export function notFoundResponse(type: FileType, reason: string): Response {
  return reasonResponse(404, type, reason)
}

/** A 503 in the type that was asked for: the database is away. */
export function unavailableResponse(type: FileType, reason: string): Response {
  const response = reasonResponse(503, type, reason)
  response.headers.set('Retry-After', '5')
  return response
}

/** In place of a file: JSON where JSON was asked for, else text. */
function reasonResponse(status: number, type: FileType, reason: string): Response {
  const isJson = type === 'application/json'
  return new Response(isJson ? `${JSON.stringify({ error: reason })}\n` : `${reason}\n`, {
    status,
    headers: {
      ...HEADERS,
      'Content-Type': `${isJson ? type : 'text/plain'}; charset=utf-8`,
      'Cache-Control': 'no-cache',
    },
  })
}

/** RFC 9110, 13.1.2: a list of tags or `*`, compared without the mark of weakness. */
function hasTag(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}
