import type { Logger } from 'pino'

export const LOG_LEVELS: readonly string[]
export const log: Logger
