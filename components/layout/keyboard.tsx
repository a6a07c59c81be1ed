'use client'

import { useEffect } from 'react'

/** `/` goes to the search field; `j` and `k` walk the rows, which `Enter` then opens as links do. */
export function Keyboard() {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return null
}

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const at = event.target
  if (
    at instanceof HTMLElement &&
    at.matches('input:not([type=radio], [type=checkbox]), textarea')
  ) {
    if (event.key === 'Escape') at.blur()
    return
  }
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('input[type=search]')
    if (search === null) return
    event.preventDefault()
    search.focus()
    search.select()
  } else if (event.key === 'j' || event.key === 'k') {
    step(event.key === 'j' ? 1 : -1)
  }
}

function step(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const now = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[now === -1 ? 0 : Math.min(Math.max(now + by, 0), rows.length - 1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
