import type { ImportProgress } from '@/lib/ingest/import-report'

const WIDTH = 30
/** Milliseconds between two lines where there is no terminal to draw a bar on. */
const QUIET = 5_000

/** Said once, on a line of its own. `serve` knows by it that its starter catalogue waits. */
export const WAITING = 'Another import of this database is under way; waiting for it to end'

const LABELS: Readonly<Record<ImportProgress['step'], string>> = {
  fetching: 'Fetching',
  waiting: WAITING,
  reading: 'Reading',
  compiling: 'Compiling',
  publishing: 'Publishing',
  enriching: 'Enriching',
}

/** Where progress is drawn: standard error, so that standard output holds the report alone. */
interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Draws a bar on a terminal, and writes a line every few seconds elsewhere. */
export class ProgressBar {
  private lastLine = Date.now()
  private drawn = false

  constructor(private readonly screen: Screen = process.stderr) {}

  show({ step, done, total }: ImportProgress): void {
    const label = LABELS[step]
    const count = total === 0 ? '' : ` ${done} of ${total}`
    if (this.screen.isTTY) {
      this.screen.write(`\r\x1b[K${toBar(done, total)}${label}${count}`)
      this.drawn = true
    } else if (step === 'waiting' || (total > 0 && Date.now() - this.lastLine >= QUIET)) {
      this.screen.write(`${label}${count}\n`)
      this.lastLine = Date.now()
    }
  }

  /** Takes the bar away again. */
  clear(): void {
    if (this.drawn) this.screen.write('\r\x1b[K')
    this.drawn = false
  }
}

function toBar(done: number, total: number): string {
  if (total === 0) return ''
  const full = Math.round((done / total) * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} `
}
