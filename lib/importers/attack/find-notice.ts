import type { StixObject } from './stix-object'

/**
 * The notice that MITRE's terms of use ask for, of the last year that the bundle's own marking
 * states. https://attack.mitre.org/resources/legal-and-branding/terms-of-use/
 */
export function findNotice(objects: readonly StixObject[]): string {
  const statement = objects.find(({ type }) => type === 'marking-definition')?.definition?.statement
  const year = statement?.match(/\b20\d{2}\b/g)?.at(-1)
  return `© ${year === undefined ? '' : `${year} `}The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.`
}
