import localFont from 'next/font/local'

/** Geist, out of the npm package: no request leaves the site, and none waits for a build machine. */
export const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '400 600',
  display: 'swap',
  adjustFontFallback: 'Arial',
})

export const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '400 600',
  display: 'swap',
  adjustFontFallback: false,
  // Its stand-ins are as wide; what is read first is set in the other.
  preload: false,
  fallback: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
})
