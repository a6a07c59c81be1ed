import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/app/content-security-policy'
import { readTechniqueAddress } from '@/app/coverage/technique-address'
import { unavailablePage } from '@/app/unavailable-page'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme'
import { getClient } from '@/lib/catalogue/client'
import { hasImport } from '@/lib/catalogue/find-import-log'
import { findTrouble } from '@/lib/catalogue/get-health'
import { hasRule } from '@/lib/catalogue/has-rule'

const RULE_PAGE = /^\/rules\/([^/]+)/
const IMPORT_PAGE = /^\/imports\/([^/]+)/
const TECHNIQUE_PAGE = /^\/coverage\/([^/]+)\/?$/
/**
 * A rule's files: they have their own headers, and their own answer for an unknown id. Also by the
 * paths that they are rewritten to: where Next.js takes 127.0.0.1 for another host than localhost,
 * it asks for these through here again.
 */
const RULE_FILE = /^\/rules\/([^/]+?)(?:\.(json|yml)|\/rule\.(?:json|yml)|\/[^/]+\.kql)$/
/**
 * No route has this path. A page that finds its rule missing while it renders is answered with an
 * empty body that only a script can fill; a path without a route is answered in full.
 */
const NO_SUCH_PAGE = '/no-such-page'

/** Milliseconds for which an answer about the database holds for the next request. */
const FRESH = 1_000
let checked = { at: 0, trouble: null as string | null }

/**
 * Before every page: a nonce for its scripts, and a look whether the database answers. Where it
 * does not, the reader gets a page that says so, with status 503, at the address that was asked for.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const file = RULE_FILE.exec(request.nextUrl.pathname)
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
  const trouble = await findFreshTrouble()
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
  const { pathname, searchParams } = request.nextUrl
  const technique = readTechniquePath(pathname, searchParams.get('version'))
  if (technique?.kind === 'redirect') {
    const [path = '/', search = ''] = technique.href.split('?')
    return NextResponse.redirect(inside(request, path, search), 308)
  }
  if (technique?.kind === 'unknown' || (await isMissing(pathname))) {
    return NextResponse.rewrite(inside(request, NO_SUCH_PAGE), { request: { headers } })
  }
  return NextResponse.next({ request: { headers } })
}

/** `/rules/<id>.json` is no path that a route can have: the id of a page would hold the ending. */
async function answerFile(
  request: NextRequest,
  [, id, ending]: RegExpExecArray,
): Promise<NextResponse> {
  const trouble = await findFreshTrouble()
  if (trouble !== null) {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' }
    return new NextResponse(`${trouble}\n`, { status: 503, headers })
  }
  if (ending === undefined) return NextResponse.next()
  return NextResponse.rewrite(inside(request, `/rules/${id}/rule.${ending}`))
}

/** Another address of this app. */
function inside(request: NextRequest, pathname: string, search = request.nextUrl.search): URL {
  const url = request.nextUrl.clone()
  url.pathname = pathname
  url.search = search
  return url
}

function readTechniquePath(path: string, version: string | null) {
  const written = TECHNIQUE_PAGE.exec(path)?.[1]
  return written === undefined ? null : readTechniqueAddress(written, version)
}

/** Whether an address is one of a rule or an import that is not there. */
async function isMissing(path: string): Promise<boolean> {
  const id = RULE_PAGE.exec(path)?.[1]
  if (id !== undefined) return !(await hasRule(getClient(), id))
  const version = IMPORT_PAGE.exec(path)?.[1]
  return version !== undefined && !(await hasImport(getClient(), version))
}

async function findFreshTrouble(): Promise<string | null> {
  if (Date.now() - checked.at > FRESH) {
    checked = { at: Date.now(), trouble: await findTrouble(getClient) }
  }
  return checked.trouble
}

export const config = {
  matcher: ['/((?!_next/|api/health$|theme$|robots\\.txt$|icon\\.svg$|favicon\\.ico$).*)'],
}
