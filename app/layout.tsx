import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Keyboard } from '@/components/layout/keyboard'
import { SoftLinks } from '@/components/layout/soft-links'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme'
import { mono, sans } from './fonts'
import { publicUrl, SITE_DESCRIPTION, SITE_NAME } from './site'
import './globals.css'

export function generateMetadata(): Metadata {
  const base = publicUrl()
  return {
    ...(base === null ? {} : { metadataBase: new URL(base) }),
    title: { default: `SOC feed · ${SITE_NAME}`, template: `%s · ${SITE_NAME}` },
    description: SITE_DESCRIPTION,
    applicationName: SITE_NAME,
    openGraph: { siteName: SITE_NAME, type: 'website' },
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#19191b' },
  ],
}

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang="en"
      className={`${sans.variable} ${mono.variable}`}
      data-theme={theme === 'auto' ? undefined : theme}
      // The toggle changes the attribute in place; the next page comes with it.
      suppressHydrationWarning
    >
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        {children}
        <Keyboard />
        <SoftLinks />
      </body>
    </html>
  )
}
