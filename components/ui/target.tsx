import type { TargetState } from '@/lib/catalogue/views'

const NAMES: Readonly<Record<string, { readonly long: string; readonly short: string }>> = {
  'defender-xdr': { long: 'Defender XDR', short: 'XDR' },
  asim: { long: 'ASIM', short: 'ASIM' },
  'azure-monitor': { long: 'Azure Monitor', short: 'Monitor' },
}

const WORDS: Readonly<Record<TargetState, string>> = {
  compiled: 'compiled',
  'with-loss': 'compiled, with a named loss',
  refused: 'refused',
}

export function targetName(target: string): string {
  return NAMES[target]?.long ?? target
}

export function shortTargetName(target: string): string {
  return NAMES[target]?.short ?? target
}

export function stateWord(state: TargetState): string {
  return WORDS[state]
}

/** The class that draws a state: filled, half filled or an outline, readable without colour. */
export function stateClass(state: TargetState): string {
  return `state state-${state}`
}
