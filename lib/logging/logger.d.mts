import type { DestinationStream, Logger } from 'pino'

export const LOG_LEVELS: readonly string[]
export const log: Logger
export function createLog(level: string | undefined, destination?: DestinationStream): Logger
