import { parseTheme, THEME_COOKIE } from '@/components/layout/theme'

const A_YEAR = 31_536_000

/** The theme toggle without JavaScript: remembers the choice and goes back to where it was made. */
export async function POST(request: Request) {
  const chosen = (await request.formData().catch(() => null))?.get('theme')
  const theme = parseTheme(typeof chosen === 'string' ? chosen : undefined)
  return new Response(null, {
    status: 303,
    headers: {
      Location: pathOf(request.headers.get('referer')),
      'Set-Cookie': `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`,
    },
  })
}

/** Only path and query of the page before, on this site: never another site's address. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`
}
