import { basename } from 'node:path'
import { ImportError } from '../import-error'
import type { AttackBundle } from './attack-bundle'
import { findNotice } from './find-notice'
import { findVersion } from './find-version'
import { readJsonFile } from './read-json-file'
import { readObjects } from './read-objects'
import { readRelations } from './read-relations'
import { type StixObject, stixBundle, stixObject } from './stix-object'

const DOMAIN = 'enterprise-attack'

/** Of one text; the longest of MITRE's in 18.1 has 4,680. */
const MOST_CHARACTERS = 65_536

/**
 * Reads a bundle of ATT&CK Enterprise.
 *
 * @param path the file, as the user gave it
 * @param said the version that the user names, for a bundle that does not
 * @throws ImportError with one line on what is wrong with the file
 */
export function readBundle(path: string, said?: string): AttackBundle {
  const stix = readStix(path)
  const origin = basename(path).toWellFormed()
  const version = findVersion(stix, origin, path, said)
  const { objects, byRef, retired } = readObjects(stix)
  if (!objects.some(({ kind }) => kind === 'technique')) {
    throw new ImportError(`"${path}" is a STIX bundle without a technique of ATT&CK.`)
  }
  const relations = readRelations(stix, byRef)
  return { version, origin, notice: findNotice(stix), objects, relations, retired }
}

function readStix(path: string): StixObject[] {
  const bundle = stixBundle.safeParse(readJsonFile(path))
  if (!bundle.success) {
    throw new ImportError(
      `"${path}" is JSON but not a STIX bundle: expected {"type": "bundle", "objects": […]}.`,
    )
  }
  // An object of a shape that STIX does not allow is none that could be shown.
  const objects = bundle.data.objects.flatMap((each) => stixObject.safeParse(each).data ?? [])
  const longest = objects.find((each) => (each.description?.length ?? 0) > MOST_CHARACTERS)
  if (longest !== undefined) {
    throw new ImportError(
      `The description of ${longest.id} in "${path}" has ${longest.description?.length} characters: a page could not show more than ${MOST_CHARACTERS}.`,
    )
  }
  const domains = new Set(objects.flatMap((each) => each.x_mitre_domains ?? []))
  if (domains.size > 0 && !domains.has(DOMAIN)) {
    throw new ImportError(
      `"${path}" holds ${[...domains].join(', ')}: expected ATT&CK Enterprise, enterprise-attack.json.`,
    )
  }
  return objects
}
