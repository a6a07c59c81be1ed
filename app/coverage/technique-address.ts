import { nameOf, projectTechnique } from '@/lib/attack/project-technique'
import { CURRENT_RELEASE, findRelease, RELEASES, type Release } from '@/lib/attack/releases'

/** The page of a technique, in a release. */
export function techniqueHref(id: string, release: Release = CURRENT_RELEASE, from = ''): string {
  const params = new URLSearchParams()
  if (release !== CURRENT_RELEASE) params.append('version', release.version)
  if (from !== '') params.append('from', from)
  const text = params.toString()
  return `/coverage/${id}${text === '' ? '' : `?${text}`}`
}

/** What is at an address under `/coverage/`. */
export type TechniqueAddress =
  | { readonly kind: 'page'; readonly id: string; readonly release: Release }
  | { readonly kind: 'redirect'; readonly href: string }
  | { readonly kind: 'unknown' }

/**
 * Reads the address of a technique's page. A retired id leads to what took its place and says from
 * where; one that the release asked for does not have, to a release that has it; a withdrawn id has
 * a page that says so; what ATT&CK never had is unknown.
 *
 * @param written the last part of the path
 * @param version as in `?version=`
 */
export function readTechniqueAddress(written: string, version: string | null): TechniqueAddress {
  const id = written.toUpperCase()
  const release = findRelease(version ?? '') ?? CURRENT_RELEASE
  const { standing, technique } = projectTechnique(id, release)
  if (standing === 'unknown') return { kind: 'unknown' }
  if (standing === 'absent') {
    const home = RELEASES.find(({ techniques }) => techniques.has(id)) ?? CURRENT_RELEASE
    return { kind: 'redirect', href: techniqueHref(id, home) }
  }
  if (technique !== null && technique.id !== id) {
    return { kind: 'redirect', href: techniqueHref(technique.id, release, id) }
  }
  return written === id
    ? { kind: 'page', id, release }
    : { kind: 'redirect', href: techniqueHref(id, release) }
}

/**
 * Why a reader who asked for another id is on this page: a sentence out of the facts; null where
 * they do not say that the one led here.
 */
export function explainArrival(from: string, id: string, release: Release): string | null {
  const { id: asked, technique, standing, reason } = projectTechnique(from, release)
  if (technique?.id !== id || (standing !== 'replaced' && standing !== 'earlier')) return null
  const name = nameOf(asked)
  return `You came from ${asked}${name === null ? '' : ` (${name})`}: ${reason}`
}
