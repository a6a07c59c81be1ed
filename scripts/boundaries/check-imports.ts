import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { type Import, scanImports } from './scan-imports'
import { CLOSED, PRISMA_USERS, ZONES, type Zone } from './table'

/** A rule of the table that a file breaks. */
export interface Violation {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string
  /** One-based. */
  readonly line: number
  readonly message: string
}

/** Holds the imports of one file to the table. Tests may import what they test against. */
export function checkImports(path: string, source: string): readonly Violation[] {
  if (/\.test\.tsx?$/.test(path)) return []
  const zone = zoneOf(path)
  const client = /^\s*(['"])use client\1/.test(source)
  return scanImports(source).flatMap((each) => {
    const message = reasonAgainst(each, path, zone, client)
    return message === null ? [] : [{ path, line: each.line, message }]
  })
}

function reasonAgainst(
  each: Import,
  path: string,
  zone: Zone | null,
  client: boolean,
): string | null {
  const target = projectPath(each.specifier, path)
  if (target === null) return reasonAgainstPackage(each, path, zone, client)
  if (within(target, 'prisma/generated') && !PRISMA_USERS.some((user) => within(path, user))) {
    return `imports "${each.specifier}": only ${PRISMA_USERS.join(' and ')} may use Prisma.`
  }
  const closed = CLOSED.find((row) => within(target, row.path) && !within(path, row.path))
  if (closed !== undefined && !closed.except.some((user) => within(path, user))) {
    return `imports "${each.specifier}": nobody imports ${closed.path}.`
  }
  if (client && !each.typeOnly && within(target, 'lib') && zoneOf(target)?.browser !== true) {
    return `imports "${each.specifier}" in a client component: it runs on the server only; import types, or pass props.`
  }
  if (zone === null || mayImport(zone, target, each.typeOnly)) return null
  return `imports "${each.specifier}": ${allowance(zone)}.`
}

function reasonAgainstPackage(each: Import, path: string, zone: Zone | null, client: boolean) {
  if (isBuiltin(each.specifier) && (zone?.browser === true || client)) {
    return `imports "${each.specifier}": ${zone?.path ?? path} runs in a browser too, which has no Node modules.`
  }
  if (each.specifier.startsWith('@prisma/') && !PRISMA_USERS.some((user) => within(path, user))) {
    return `imports "${each.specifier}": only ${PRISMA_USERS.join(' and ')} may use Prisma.`
  }
  return null
}

function mayImport(zone: Zone, target: string, typeOnly: boolean): boolean {
  if (zone.may.includes('*') || zoneOf(target) === zone) return true
  const allowed = typeOnly ? [...zone.may, ...(zone.mayTypes ?? [])] : zone.may
  return allowed.some((path) => within(target, path))
}

function allowance(zone: Zone): string {
  const may = zone.may.length === 0 ? 'nothing of ours' : zone.may.join(', ')
  const types = zone.mayTypes === undefined ? '' : `, and types of ${zone.mayTypes.join(', ')}`
  return `${zone.path} may import only ${may}${types}`
}

/** A specifier as a path from the project's root without its extension, or null for a package. */
function projectPath(specifier: string, from: string): string | null {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : /^\.{1,2}(\/|$)/.test(specifier)
      ? posix.join(posix.dirname(from), specifier)
      : null
  return path === null ? null : withoutExtension(posix.normalize(path))
}

function withoutExtension(path: string): string {
  return path.replace(/\.(?:tsx?|mjs|js|json|css)$/, '')
}

function zoneOf(path: string): Zone | null {
  const bare = withoutExtension(path)
  const fits = ZONES.filter((zone) => within(bare, zone.path))
  return fits.sort((a, b) => b.path.length - a.path.length)[0] ?? null
}

/** Whether a path is in a folder, or is the file that is named without its extension. */
function within(path: string, folder: string): boolean {
  return withoutExtension(path) === folder || path.startsWith(`${folder}/`)
}
