/** A release of ATT&CK as its bundle has it; what is not asked for is left behind. */
export interface AttackBundle {
  /** `18.1` */
  readonly version: string
  /** The file's name, without its folder. */
  readonly origin: string
  /** MITRE's copyright notice, of the year that the bundle states. */
  readonly notice: string
  /** Each id once. */
  readonly objects: readonly BundleObject[]
  /** Between ids of `objects`, each once. */
  readonly relations: readonly BundleRelation[]
  /** Revoked and deprecated objects of these kinds, which are not among `objects`. */
  readonly retired: number
}

export type BundleKind =
  | 'technique'
  | 'tactic'
  | 'detection-strategy'
  | 'analytic'
  | 'mitigation'
  | 'group'
  | 'software'
  | 'campaign'

export interface BundleObject {
  readonly id: string
  readonly kind: BundleKind
  readonly name: string
  readonly description: string | null
  readonly url: string | null
  readonly details: {
    readonly platforms?: readonly string[]
    readonly tactics?: readonly string[]
    readonly aliases?: readonly string[]
    readonly type?: string
    readonly logSources?: readonly LogSource[]
  }
}

export interface LogSource {
  readonly name: string
  readonly channel: string | null
  /** Name of the data component. */
  readonly component: string | null
}

export interface BundleRelation {
  readonly sourceId: string
  readonly kind: 'detects' | 'mitigates' | 'uses' | 'contains'
  readonly targetId: string
  readonly description: string | null
}
