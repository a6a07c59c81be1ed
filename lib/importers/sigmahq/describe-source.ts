import type { SourceFacts } from '../importer'
import { type KnownSource, SIGMAHQ, STARTER } from './known-sources'

/** What is there to tell whose rules a source holds. */
export interface Evidence {
  /** The source as the user gave it, without secrets. */
  readonly origin: string
  /** Its name where nothing better is known: that of the folder, the repository or the zip. */
  readonly fallbackName: string
  /** `owner/repository` at GitHub, where it is known to be from there. */
  readonly repository: string | null
  /** Whether it is known to be from some other host, which can call itself anything. */
  readonly isElsewhere: boolean
  readonly commit: string | null
  /** Whether GitHub has that commit: one that was made elsewhere would be a dead link. */
  readonly isCommitOfGitHub: boolean
  /** The text of its LICENSE; empty where there is none. */
  readonly licence: string
  /** Whether it is the folder that comes with the product. */
  readonly isStarter: boolean
}

/** Says whose rules a source holds: see "Name of the source" in this folder's README. */
export function describeSource(evidence: Evidence): SourceFacts {
  const { origin, commit } = evidence
  const known = findKnownSource(evidence)
  const repository = evidence.repository ?? known?.repository ?? null
  const version = (evidence.isCommitOfGitHub ? commit : null) ?? known?.branch ?? 'HEAD'
  return {
    name: known?.name ?? evidence.repository ?? nameOf(evidence),
    origin,
    webUrl: repository === null ? null : `https://github.com/${repository}/blob/${version}/`,
    licence: known?.licence ?? null,
    licenceUrl: known?.licenceUrl ?? null,
    commit,
  }
}

/** A repository that is called as a publisher whom we know does not get into that one's place. */
function nameOf({ fallbackName, isElsewhere }: Evidence): string {
  const isTaken = [SIGMAHQ, STARTER].some(
    ({ name }) => name.toLowerCase() === fallbackName.trim().toLowerCase(),
  )
  return isElsewhere && isTaken ? `another ${fallbackName}` : fallbackName
}

function findKnownSource(evidence: Evidence): KnownSource | null {
  const { isStarter, repository, isElsewhere, licence } = evidence
  if (isStarter) return STARTER
  if (repository !== null) return isSigmaHq(repository) ? SIGMAHQ : null
  if (isElsewhere) return null
  return /SigmaHQ repository/.test(licence) ? SIGMAHQ : null
}

function isSigmaHq(repository: string): boolean {
  return repository.toLowerCase() === SIGMAHQ.repository?.toLowerCase()
}
