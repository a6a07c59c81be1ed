import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/app/content-security-policy'
import { readTechniqueAddress } from '@/app/coverage/technique-address'
import { unavailableResponse } from '@/app/rules/[id]/[slug]/file-response'
import { unavailablePage } from '@/app/unavailable-page'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme'
import { getClient } from '@/lib/catalogue/client'
import { currentVersion } from '@/lib/catalogue/current-version'
import type { Database } from '@/lib/catalogue/database'
import { hasImport } from '@/lib/catalogue/find-import-log'
import { askDatabase } from '@/lib/catalogue/get-health'
import { hasRule } from '@/lib/catalogue/has-rule'

/** Pages are read; the theme, which is posted, is none of them. */
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST']
const RULE_PAGE = /^\/rules\/([^/]+)/
const IMPORT_PAGE = /^\/imports\/([^/]+)/
const TECHNIQUE_PAGE = /^\/coverage\/([^/]+)\/?$/
/**
 * A rule's files: they have their own headers, and their own answer for an unknown id. Also by the
 * paths that they are rewritten to.
 */
const RULE_FILE = /^\/rules\/([^/]+?)(?:\.(json|yml)|\/rule\.(?:json|yml)|\/[^/]+\.kql)$/
/**
 * No route has this path. A page that finds its rule missing while it renders is answered with an
 * empty body that only a script can fill; a path without a route is answered in full.
 */
const NO_SUCH_PAGE = '/no-such-page'

/**
 * Before every page: a nonce for its scripts, and a look whether the database answers, each time
 * anew: a page that finds it gone while it renders can say so to a script only. Where it does not
 * answer, the reader gets a page that says so, with status 503, at the address that was asked for.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (!METHODS.includes(request.method)) {
    return new Response('Method not allowed.\n', { status: 405, headers: { Allow: 'GET, HEAD' } })
  }
  const { pathname } = request.nextUrl
  const file = isDecodable(pathname) ? RULE_FILE.exec(pathname) : null
  if (file !== null) return answerFile(request, file)
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const response = await answer(request, nonce, policy)
  response.headers.set('Content-Security-Policy', policy)
  // Asked for anew each time, yet kept for the way back: `no-store` would forbid that too.
  response.headers.set('Cache-Control', 'private, no-cache')
  return response
}

async function answer(request: NextRequest, nonce: string, policy: string): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl
  const { trouble, answer: missing } = await askDatabase(getClient, (db) => isMissing(db, pathname))
  if (trouble !== null) {
    const theme = parseTheme(request.cookies.get(THEME_COOKIE)?.value)
    return new NextResponse(unavailablePage(trouble, nonce, theme), {
      status: 503,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '5' },
    })
  }
  const headers = new Headers(request.headers)
  // Next.js takes the nonce for its own scripts out of this request header.
  headers.set('Content-Security-Policy', policy)
  const technique = readTechniquePath(pathname, searchParams.get('version'))
  if (technique?.kind === 'redirect') {
    const [path = '/', search = ''] = technique.href.split('?')
    return NextResponse.redirect(inside(request, path, search), 308)
  }
  if (technique?.kind === 'unknown' || missing || !isDecodable(pathname)) {
    return NextResponse.rewrite(inside(request, NO_SUCH_PAGE), { request: { headers } })
  }
  return NextResponse.next({ request: { headers } })
}

/** `/rules/<id>.json` is no path that a route can have: the id of a page would hold the ending. */
async function answerFile(
  request: NextRequest,
  [, id, ending]: RegExpExecArray,
): Promise<Response> {
  const { trouble } = await askDatabase(getClient, currentVersion)
  if (trouble !== null) {
    return unavailableResponse(ending === 'json' ? 'application/json' : 'text/plain', trouble)
  }
  if (ending === undefined) return NextResponse.next()
  return NextResponse.rewrite(inside(request, `/rules/${id}/rule.${ending}`))
}

/** Whether a path means something: Next.js throws at one whose `%` leads nowhere. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Another address of this app, with the host as it came: `nextUrl` has another for 127.0.0.1. */
function inside({ url }: NextRequest, pathname: string, search = new URL(url).search): URL {
  const address = new URL(url)
  address.pathname = pathname
  address.search = search
  return address
}

function readTechniquePath(path: string, version: string | null) {
  const written = TECHNIQUE_PAGE.exec(path)?.[1]
  return written === undefined ? null : readTechniqueAddress(written, version)
}

/** Whether an address is one of a rule or an import that is not there. Always asks the database. */
async function isMissing(db: Database, path: string): Promise<boolean> {
  const id = RULE_PAGE.exec(path)?.[1]
  const number = IMPORT_PAGE.exec(path)?.[1]
  const [rule, log] = await Promise.all([
    id === undefined || hasRule(db, id),
    number === undefined || hasImport(db, number),
    currentVersion(db),
  ])
  return !rule || !log
}

export const config = {
  matcher: ['/((?!_next/|api/health$|theme$|robots\\.txt$|icon\\.svg$|favicon\\.ico$).*)'],
}
