import { call, type KqlExpression, literal } from '@/lib/kql/ast'
import type { SigmaString } from '@/lib/sigma/ast'

/**
 * The entities of XML 1.0 (https://www.w3.org/TR/xml/#sec-predefined-ent). `&amp;` is decoded last
 * and encoded first, so that no text is decoded or encoded twice.
 */
const ENTITIES = [
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['&', '&amp;'],
] as const

/** Those that a writer must escape in element text; quotes stay as they are there. */
const IN_ELEMENT_TEXT = /[&<>]/

/** An expression for the text that an XML-escaped expression stands for. */
export function decodeEntities(escaped: KqlExpression): KqlExpression {
  return ENTITIES.reduce<KqlExpression>(
    (inner, [character, entity]) =>
      call('replace_string', inner, literal(entity), literal(character)),
    escaped,
  )
}

export function mayBeEncoded(text: string): boolean {
  return IN_ELEMENT_TEXT.test(text)
}

export function hasEntities({ parts }: SigmaString): boolean {
  return parts.some((part) => part.kind === 'text' && mayBeEncoded(part.text))
}

/** The text as it stands in an XML element. */
export function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
