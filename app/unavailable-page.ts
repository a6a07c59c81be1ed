import type { Theme } from '@/components/layout/theme'

/**
 * The page that stands in for every other while the database is away. It is whole in itself, for
 * only the proxy can answer with status 503, and the proxy knows no file of the build. Its style
 * carries the response's nonce; the few colours are those of styles/tokens.css.
 *
 * @param reason one of our own sentences (lib/catalogue/database-error.ts), never foreign text
 */
export function unavailablePage(reason: string, nonce: string, theme: Theme): string {
  const chosen = theme === 'auto' ? '' : ` data-theme="${theme}"`
  return `<!DOCTYPE html>
<html lang="en"${chosen}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available · Rule Atlas</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><a href="/">Rule Atlas</a></header>
<main>
<h1>The catalogue cannot be read right now</h1>
<p>${reason}</p>
<p>Nothing is lost: reload this page in a moment.</p>
<p>If you run this server, look at the database that <code>DATABASE_URL</code> names, or restart with
<code>npm start</code>. <a class="link" href="/api/health">/api/health</a> tells when it is back.</p>
</main>
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
body { margin: 0; background: light-dark(#fbfbfa, #131314); color: light-dark(#1b1b19, #ececea);
  font: 14px/1.5 system-ui, sans-serif; }
header { height: 47px; padding: 0 18px; border-bottom: 1px solid light-dark(#e4e3df, #2b2b2f);
  background: light-dark(#ffffff, #19191b); font-weight: 600; line-height: 47px; }
main { max-width: 640px; margin: 8vh auto; padding: 0 24px; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; letter-spacing: -0.02em; }
p { margin: 0 0 12px; color: light-dark(#504f4a, #b5b4ae); }
a { color: inherit; text-decoration: none; }
.link { color: light-dark(#3457d5, #8ea6ff); text-decoration: underline; text-underline-offset: 3px; }
code { font: 13px ui-monospace, Menlo, Consolas, monospace; }
`
