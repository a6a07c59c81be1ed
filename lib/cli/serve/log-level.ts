import { UserFacingError } from '@/lib/database/user-facing-error'
import { LOG_LEVELS } from '@/lib/logging/logger.mjs'

/**
 * How much the web app logs: LOG_LEVEL; without it every request where a program reads the lines,
 * and only what went wrong where a person at a terminal does.
 *
 * @throws UserFacingError where LOG_LEVEL is none of pino's levels
 */
export function readLogLevel(environment: NodeJS.ProcessEnv, isTerminal: boolean): string {
  const level = environment.LOG_LEVEL ?? ''
  if (level === '') return isTerminal ? 'warn' : 'info'
  if (LOG_LEVELS.includes(level)) return level
  throw new UserFacingError(`LOG_LEVEL is "${level}"; expected one of ${LOG_LEVELS.join(', ')}.`)
}
