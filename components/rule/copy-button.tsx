'use client'

import { useEffect, useState } from 'react'

type State = 'idle' | 'copied' | 'failed'
const SAYS: Readonly<Record<State, string>> = {
  idle: 'Copy',
  copied: 'Copied',
  failed: 'Copy failed',
}
const SHOWN_FOR = 2_000

interface CopyButtonProps {
  /** Id of the element whose text is copied: it need not be sent twice. */
  readonly from: string
  readonly what: string
}

export function CopyButton({ from, what }: CopyButtonProps) {
  const [state, setState] = useState<State>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [state])

  async function onClick() {
    const text = document.getElementById(from)?.textContent ?? ''
    setState((await copy(text)) ? 'copied' : 'failed')
  }

  return (
    <>
      <button
        type="button"
        className="button copy needs-script"
        data-state={state}
        onClick={onClick}
        aria-label={`Copy ${what}`}
      >
        {SAYS[state]}
      </button>
      <span className="sr-only" aria-live="polite">
        {state === 'copied' && `${what} copied`}
        {state === 'failed' && `${what} could not be copied: select it and copy it by hand`}
      </span>
    </>
  )
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** The Clipboard API is missing over plain http and may be forbidden; a selection is always there. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'copy-source'
  const focused = document.activeElement
  document.body.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
