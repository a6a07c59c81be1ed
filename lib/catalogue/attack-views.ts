/** What a loaded release of ATT&CK says: MITRE's words, to be shown with `notice` beside them. */
export interface AttackContextView {
  /** The loaded release, `18.1`; null where none is loaded, and then all else is empty. */
  readonly release: string | null
  /** MITRE's copyright notice. Shown wherever a text of `techniques` is. */
  readonly notice: string | null
  /** In the order asked for, each once; those that the release does not know are left out. */
  readonly techniques: readonly TechniqueContextView[]
}

export interface TechniqueContextView {
  /** As asked for, upper-case. */
  readonly id: string
  /** In the loaded release; another one where the release is older or newer than the id. */
  readonly releaseId: string
  readonly name: string
  readonly url: string | null
  /** Plain paragraphs; one that opens with "•" is an item of a list. */
  readonly description: readonly string[]
  readonly detectionStrategies: readonly DetectionStrategyView[]
  readonly mitigations: Bounded<MitigationView>
  readonly groups: Bounded<AttackNameView>
  readonly software: Bounded<AttackNameView>
  readonly campaigns: Bounded<AttackNameView>
}

/** The first of a list by id, and how many there are in all. */
export interface Bounded<T> {
  readonly shown: readonly T[]
  readonly total: number
}

export interface AttackNameView {
  /** `G0016` */
  readonly id: string
  readonly name: string
  readonly url: string | null
}

export interface MitigationView extends AttackNameView {
  /** How it helps against this technique: plain paragraphs. */
  readonly description: readonly string[]
}

export interface DetectionStrategyView extends AttackNameView {
  readonly analytics: readonly AnalyticView[]
}

export interface AnalyticView extends AttackNameView {
  readonly platforms: readonly string[]
  readonly description: readonly string[]
  readonly logSources: readonly LogSourceView[]
}

export interface LogSourceView {
  /** `WinEventLog:Sysmon` */
  readonly name: string
  /** `EventCode=1`; null where MITRE names none. */
  readonly channel: string | null
  /** The data component that it carries: `Process Creation`. */
  readonly component: string | null
}
