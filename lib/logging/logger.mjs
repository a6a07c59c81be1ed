import pino from 'pino'

/** Levels as pino names them, the most talkative first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export const log = pino({
  level: LOG_LEVELS.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
  // Neither host nor process id: whoever collects the lines knows both.
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
