'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Links of this site change the page in place. One listener for all of them: a component per link
 * would make each of the feed's 200 links part of the script's work at start. Without JavaScript,
 * and until this has started, they are the plain links that they are.
 */
export function SoftLinks() {
  const router = useRouter()
  useEffect(() => {
    let cameFromFeed = false
    function onClick(event: MouseEvent) {
      const link = linkToFollow(event)
      if (link === null) return
      event.preventDefault()
      // Back to the feed as it was left: its filters, its page and where one had scrolled to.
      if (cameFromFeed && link.dataset.back !== undefined) {
        cameFromFeed = false
        router.back()
        return
      }
      cameFromFeed = location.pathname === '/'
      const scroll = link.closest('[data-keep-scroll]') === null
      router.push(link.pathname + link.search + link.hash, { scroll })
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [router])
  return null
}

/** The link that was clicked, where the browser would have gone to another page of this site. */
function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.origin !== location.origin || link.target !== '') return null
  if (link.hasAttribute('download') || link.pathname.startsWith('/api/')) return null
  const samePage = link.pathname === location.pathname && link.search === location.search
  return samePage && link.hash !== '' ? null : link
}
