import pino from 'pino'

/** Levels as pino names them, the most talkative first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** A log of one JSON object a line, on standard output or where it is told. */
export function createLog(level, destination) {
  const settings = {
    level: LOG_LEVELS.find((each) => each === level) ?? 'info',
    // Neither host nor process id: whoever collects the lines knows both.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}

export const log = createLog(process.env.LOG_LEVEL)
