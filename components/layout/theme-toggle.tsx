'use client'

import { type MouseEvent, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { nextTheme, THEME_COOKIE, type Theme } from './theme'

const A_YEAR = 31_536_000
const NAMES: Readonly<Record<Theme, string>> = { auto: 'system', light: 'light', dark: 'dark' }

/** Switches the theme in place; without JavaScript its form does the same by way of the server. */
export function ThemeToggle({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial)

  function toggle(event: MouseEvent) {
    event.preventDefault()
    const next = nextTheme(theme, matchMedia('(prefers-color-scheme: dark)').matches)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http
    document.cookie = `${THEME_COOKIE}=${next}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`
    if (next === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    setTheme(next)
  }

  return (
    <form className="theme-form" method="post" action="/theme">
      <button
        type="submit"
        className="icon-button"
        name="theme"
        value={nextTheme(theme)}
        onClick={toggle}
        aria-label={`Theme: ${NAMES[theme]}. Change it.`}
        title={`Theme: ${NAMES[theme]}`}
      >
        <Icon name={theme} />
      </button>
    </form>
  )
}
