import { type KqlExpression, oneOf } from '@/lib/kql/ast'
import type { FieldMapping, WordsMapping } from '../mapping'

/**
 * Sysmon's kinds of registry events in the words that Defender's ActionType and ASIM's EventType
 * share, and the event ids under which Sysmon records them
 * (https://learn.microsoft.com/sysinternals/downloads/sysmon, events 12 to 14;
 * https://learn.microsoft.com/azure/sentinel/normalization-schema-registry-event, EventType).
 */
const TYPES = {
  CreateKey: { word: 'RegistryKeyCreated', eventId: '12' },
  DeleteKey: { word: 'RegistryKeyDeleted', eventId: '12' },
  DeleteValue: { word: 'RegistryValueDeleted', eventId: '12' },
  SetValue: { word: 'RegistryValueSet', eventId: '13' },
  RenameKey: { word: 'RegistryKeyRenamed', eventId: '14' },
} as const

export type RegistryType = keyof typeof TYPES
export const REGISTRY_TYPES = Object.keys(TYPES) as readonly RegistryType[]

/** The rows of these kinds. */
export function isOfType(column: KqlExpression, types: readonly RegistryType[]): KqlExpression {
  return oneOf(
    column,
    'in',
    types.map((type) => TYPES[type].word),
  )
}

/** `EventType` and `EventID` of a rule, where only rows of the given kinds are left. */
export function registryTypeFields(
  column: KqlExpression,
  types: readonly RegistryType[],
): Readonly<Record<string, FieldMapping>> {
  const words = (of: (type: RegistryType) => string): WordsMapping => ({
    kind: 'words',
    words: Object.fromEntries(
      [...new Set(REGISTRY_TYPES.map(of))].map((word) => {
        const meant = types.filter((type) => of(type) === word)
        const isSome = meant.length > 0 && isOfType(column, meant)
        return [word, meant.length === types.length || isSome]
      }),
    ),
  })
  return {
    EventType: words((type) => type.toLowerCase()),
    EventID: words((type) => TYPES[type].eventId),
  }
}
