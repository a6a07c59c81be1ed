/** A release of ATT&CK, ready to be stored. */
export interface NewAttackRelease {
  /** `18.1` */
  readonly version: string
  /** The file's name, without its folder. */
  readonly origin: string
  readonly notice: string
  /** Each id once. */
  readonly objects: readonly NewAttackObject[]
  /** Between ids of `objects`, each once. */
  readonly relations: readonly NewAttackRelation[]
}

export type AttackKind =
  | 'technique'
  | 'tactic'
  | 'detection-strategy'
  | 'analytic'
  | 'mitigation'
  | 'group'
  | 'software'
  | 'campaign'

export interface NewAttackObject {
  readonly id: string
  readonly kind: AttackKind
  readonly name: string
  /** As MITRE wrote it. */
  readonly description: string | null
  readonly url: string | null
  readonly details: AttackDetails
}

/** What a kind has beside; what it has not is left out. */
export interface AttackDetails {
  readonly platforms?: readonly string[]
  readonly tactics?: readonly string[]
  readonly aliases?: readonly string[]
  /** `malware` or `tool`. */
  readonly type?: string
  readonly logSources?: readonly {
    readonly name: string
    readonly channel: string | null
    readonly component: string | null
  }[]
}

export interface NewAttackRelation {
  readonly sourceId: string
  readonly kind: 'detects' | 'mitigates' | 'uses' | 'contains'
  readonly targetId: string
  readonly description: string | null
}
