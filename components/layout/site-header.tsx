import { Icon } from '@/components/ui/icon'
import type { Theme } from './theme'
import { ThemeToggle } from './theme-toggle'

export type Section = 'feed' | 'coverage' | 'imports'

const LINKS: readonly {
  readonly section: Section
  readonly href: string
  readonly name: string
}[] = [
  { section: 'feed', href: '/', name: 'SOC feed' },
  { section: 'coverage', href: '/coverage', name: 'Coverage' },
  { section: 'imports', href: '/imports', name: 'Imports' },
]

interface SiteHeaderProps {
  readonly section: Section | null
  readonly theme: Theme
  /** What the search field holds. */
  readonly q: string
  /** Filters that a search keeps. */
  readonly kept: readonly (readonly [name: string, value: string])[]
}

export function SiteHeader({ section, theme, q, kept }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <a className="brand" href="/">
        <Icon name="brand" />
        Rule Atlas
      </a>
      <nav className="site-nav" aria-label="Main">
        {LINKS.map((link) => (
          <a
            key={link.href}
            href={link.href}
            aria-current={link.section === section ? 'page' : undefined}
          >
            {link.name}
          </a>
        ))}
      </nav>
      <search className="search">
        <Icon name="search" />
        <form action="/" method="get" className="contents" key={q}>
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={300}
            placeholder="Search rules, techniques, KQL"
            aria-label="Search rules"
            autoComplete="off"
            spellCheck={false}
          />
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        </form>
        <kbd className="needs-script">/</kbd>
      </search>
      <ThemeToggle initial={theme} />
    </header>
  )
}
