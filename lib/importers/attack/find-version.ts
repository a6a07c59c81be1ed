import { ImportError } from '../import-error'
import type { StixObject } from './stix-object'

const VERSION = /^\d{1,3}\.\d{1,3}$/
const IN_FILE_NAME = /^enterprise-attack-v?(\d{1,3}\.\d{1,3})\.json(?:\.gz)?$/i

/**
 * The version of ATT&CK that a bundle is: as its collection says; else as the user does; else as
 * MITRE's file name does.
 *
 * @throws ImportError when nothing says it, or the user contradicts the bundle
 */
export function findVersion(
  objects: readonly StixObject[],
  fileName: string,
  path: string,
  said?: string,
): string {
  const collection = objects.find(({ type }) => type === 'x-mitre-collection')?.x_mitre_version
  const version = collection ?? said ?? IN_FILE_NAME.exec(fileName)?.[1]
  if (version === undefined || !VERSION.test(version)) {
    throw new ImportError(
      `"${path}" names no version of ATT&CK: expected an x-mitre-collection with an x_mitre_version such as "18.1". Name it with --release 18.1.`,
    )
  }
  if (said !== undefined && said !== version) {
    throw new ImportError(`"${path}" is ATT&CK ${version}, not ${said}.`)
  }
  return version
}
