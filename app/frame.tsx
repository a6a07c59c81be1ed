import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/layout/site-footer'
import { type Section, SiteHeader } from '@/components/layout/site-header'
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme'

interface FrameProps {
  readonly section: Section | null
  readonly q?: string
  readonly kept?: readonly (readonly [name: string, value: string])[]
  readonly children: ReactNode
}

/** Header, content and footer: part of each page, since the header shows what the page was asked. */
export async function Frame({ section, q = '', kept = [], children }: FrameProps) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <>
      <SiteHeader section={section} theme={theme} q={q} kept={kept} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
