export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'

export function parseTheme(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? 'auto'
}

/**
 * What the toggle chooses next: away from what is seen, then on to the other, then back to the
 * system's choice. The server, which does not know the system's, takes it for light.
 */
export function nextTheme(theme: Theme, systemIsDark = false): Theme {
  const [other, same]: readonly [Theme, Theme] = systemIsDark
    ? ['light', 'dark']
    : ['dark', 'light']
  if (theme === 'auto') return other
  return theme === other ? same : 'auto'
}
