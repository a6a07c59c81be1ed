import { createLog } from '@/lib/logging/logger.mjs'

/** Milliseconds without a further line after which a text is taken for whole. */
const PAUSE = 20

/** What takes the lines of one of the web app's streams. */
export interface LineTaker {
  take(line: string): void
  /** There are no more. */
  end(): void
}

/**
 * Makes one log of what the web app prints, each line a JSON object: our own lines (lib/logging)
 * as they are; those of Next.js and of Node, which know no JSON, as the message of an object, and
 * lines that come at once, such as a stack, as one message.
 *
 * @param level below which lines of Next.js are left out
 * @param print takes a whole line, without its end
 */
export function createOneLog(level: string, print: (line: string) => void) {
  const log = createLog(level, { write: (line) => print(line.trimEnd()) })
  return (stream: 'stdout' | 'stderr'): LineTaker => {
    let held: string[] = []
    let pause: NodeJS.Timeout | undefined
    const end = () => {
      clearTimeout(pause)
      const text = held.join('\n').trim()
      held = []
      if (text !== '') log[levelOf(text, stream)](text)
    }
    const take = (line: string) => {
      // Pino's first field: an object that somebody prints over several lines begins otherwise.
      const isOurs = line.startsWith('{"level":')
      if (isOurs) {
        end()
        print(line)
        return
      }
      held.push(line)
      clearTimeout(pause)
      pause = setTimeout(end, PAUSE)
    }
    return { take, end }
  }
}

/** `⚠` is how Next.js marks a warning, `(node:1234)` how Node does. */
function levelOf(text: string, stream: 'stdout' | 'stderr'): 'info' | 'warn' | 'error' {
  if (/^(⚠|\(node:\d+\))/.test(text)) return 'warn'
  return stream === 'stderr' ? 'error' : 'info'
}
