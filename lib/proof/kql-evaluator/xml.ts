import { EvaluationError } from './evaluation-error'
import type { Json } from './value'

const MAX_LENGTH = 128 * 1024
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?>|([^<]+)/y

interface Element {
  readonly name: string
  readonly members: [string, Json][]
  text: string
}

/**
 * parse_xml() (its page's table): attributes as `@name`, text beside them as `#text`, a lone text as
 * the value itself, repeated elements as an array, an empty element as null; comments skipped;
 * bad XML and XML over 128 KB give null. Texts stay strings, as tostring() of either form shows.
 */
export function parseXml(xml: string): Json {
  if (xml.length > MAX_LENGTH) return null
  const root: Element = { name: '', members: [], text: '' }
  const open: Element[] = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < xml.length) {
    const token = TOKEN.exec(xml)
    if (token === null || !take(token, open)) return null
  }
  if (open.length !== 1 || root.members.length !== 1 || root.text.trim() !== '') return null
  return Object.fromEntries(root.members)
}

/** Takes one token; false where the XML is not well formed. */
function take(token: RegExpExecArray, open: Element[]): boolean {
  const [whole, closed, opened, attributes = '', isEmpty, text] = token
  const current = open[open.length - 1]
  if (current === undefined) return false
  if (text !== undefined) current.text += decode(text)
  else if (whole.startsWith('<![CDATA[')) throw new EvaluationError('CDATA in parse_xml()')
  else if (opened !== undefined) {
    open.push({ name: opened, members: readAttributes(attributes), text: '' })
    if (isEmpty !== undefined) close(open)
  } else if (closed !== undefined) {
    if (closed !== current.name) return false
    close(open)
  }
  return true
}

function close(open: Element[]): void {
  const element = open.pop()
  open[open.length - 1]?.members.push([element?.name ?? '', element ? elementValue(element) : null])
}

function elementValue({ members, text }: Element): Json {
  const content = text.trim()
  if (content !== '' && content !== text && members.every(([name]) => name.startsWith('@'))) {
    throw new EvaluationError('Whether parse_xml() keeps blanks around a text is not documented')
  }
  if (members.length === 0) return content === '' ? null : content
  const bag: Record<string, Json> = {}
  for (const name of new Set(members.map(([member]) => member))) {
    const values = members.filter(([member]) => member === name).map(([, value]) => value)
    bag[name] = values.length > 1 ? values : (values[0] ?? null)
  }
  return content === '' ? bag : { ...bag, '#text': content }
}

function readAttributes(text: string): [string, Json][] {
  return [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single = '']) => [`@${name}`, decode(double ?? single)],
  )
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return NAMED[String(name)] ?? whole
  })
}
