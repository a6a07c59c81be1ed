/** What the set-up of a run tells each test process. */
export interface TestRun {
  /** Tells this run's databases from those of another on the same server. */
  readonly id: string
  /** Where this run's embedded Postgres lives, started by the first test that needs it. */
  readonly dataFolder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testRun: TestRun
  }
}
