import { CHANGE_SECTIONS, type ChangeSection } from '@/lib/catalogue/import-views'

export const SECTION_TITLES: Readonly<Record<ChangeSection, string>> = {
  new: 'New',
  changed: 'Changed',
  removed: 'Removed',
  rejected: 'Rejected',
}

/** The one part that an address asks for, or all. */
export function readSections(show: string | string[] | undefined): readonly ChangeSection[] {
  const one = CHANGE_SECTIONS.find((section) => section === show)
  return one === undefined ? CHANGE_SECTIONS : [one]
}
