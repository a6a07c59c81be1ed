/** A publisher whose rules we know to link and to credit. */
export interface KnownSource {
  readonly name: string
  /** `owner/repository` at GitHub; null where there is none. */
  readonly repository: string | null
  /** The branch to link to when the commit is not known. */
  readonly branch: string
  readonly licence: string
  readonly licenceUrl: string | null
}

/** Facts from the LICENSE of https://github.com/SigmaHQ/sigma, read 2026-11-22. */
export const SIGMAHQ: KnownSource = {
  name: 'SigmaHQ',
  repository: 'SigmaHQ/sigma',
  branch: 'master',
  licence: 'DRL 1.1',
  licenceUrl: 'https://github.com/SigmaHQ/Detection-Rule-License',
}

/** The starter catalogue in content/rules, written for this project. */
export const STARTER: KnownSource = {
  name: 'Rule Atlas',
  repository: null,
  branch: 'main',
  licence: 'Apache-2.0',
  licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
}
