import { describe, expect, it } from 'vitest'
import { parseCurated } from './parse-curated'

const ID = '01234567-89ab-cdef-0123-456789abcdef'
const NAME = `${ID}.md`
const FRONT = `---\nid: ${ID}\n---\n`

function parse(text: string, name = NAME) {
  return parseCurated(name, new TextEncoder().encode(text))
}

function messages(text: string, name = NAME): readonly string[] {
  const result = parse(text, name)
  if (result.ok) return []
  return result.diagnostics.map(({ message, location }) => `${location?.line}: ${message}`)
}

describe('parseCurated', () => {
  it('reads every key and section', () => {
    const result = parse(`---
id: ${ID.toUpperCase()}
written_for: '0123456789ab'
confidence: medium
tags:
  - name: Rclone
    kind: tool
---

## Hunt hypothesis

If this happened,
the log shows it.

## Required data sources

- Event: One line
  and another.
- About all.

## False positive guidance

- First.
- Second.

Third.

## Confidence

- It is new.
`)
    expect(result).toEqual({
      ok: true,
      curated: {
        ruleId: ID,
        writtenFor: '0123456789ab',
        hypothesis: 'If this happened, the log shows it.',
        dataSources: [
          { table: 'Event', text: 'One line and another.' },
          { table: null, text: 'About all.' },
        ],
        falsePositives: ['First.', 'Second.', 'Third.'],
        confidence: { value: 'medium', reasons: ['It is new.'] },
        tags: [{ name: 'Rclone', kind: 'tool' }],
      },
    })
  })

  it('leaves out what the file leaves out, and reads Windows line ends', () => {
    const text = `${FRONT}\n## False positive guidance\n\n- One.\n`.replaceAll('\n', '\r\n')
    const result = parse(text)
    expect(result).toMatchObject({
      ok: true,
      curated: { hypothesis: null, falsePositives: ['One.'], confidence: null, tags: [] },
    })
  })

  it('refuses what is not UTF-8 and what has no front matter', () => {
    expect(parseCurated(NAME, new Uint8Array([0x2d, 0xff]))).toMatchObject({ ok: false })
    expect(messages('## Hunt hypothesis\n')[0]).toMatch(/^1: The file does not begin with front/)
    expect(messages('---\nid: [\n---\n')[0]).toMatch(/The front matter cannot be read\./)
  })

  it.each([
    ['id: 1', 'The front matter\'s id is "1"'],
    [`id: ${ID}\nauthor: me`, 'The front matter has the key "author"'],
    [`id: ${ID}\nconfidence: sure`, 'The confidence is "sure"'],
    [`id: ${ID}\nconfidence: low`, 'The key "confidence" and the section "Confidence" go together'],
    [`id: ${ID}\ntags: Rclone`, 'The tags are no list'],
    [`id: ${ID}\ntags:\n  - name: Rclone\n    kind: thing`, 'A tag needs a "name" and a "kind"'],
  ])('refuses the front matter %j', (yaml, expected) => {
    expect(messages(`---\n${yaml}\n---\n`).join('\n')).toContain(expected)
  })

  it.each([
    ['## Hypothesis\n\nIt.', '4: There is no section "Hypothesis"'],
    ['## Hunt hypothesis\n', '4: The section "Hunt hypothesis" is empty.'],
    ['## Hunt hypothesis\n\nA.\n\n## Hunt hypothesis\n\nB.', '8: The section "Hunt hypothesis" is'],
    ['## Hunt hypothesis\n\nA.\n\nB.', '8: The hunt hypothesis is one paragraph'],
    ['### Confidence\n\nA.', '4: A section begins with "## "'],
    ['Text.', '4: There is text before the first'],
    ['## Required data sources\n\n- Evnt: A.', '6: "Evnt" is neither a table nor'],
    ['## Hunt hypothesis\n\nA <b>tag</b>.', '6: There is an HTML tag; sections are plain text.'],
    ['## Hunt hypothesis\n\nA `mark`.', '6: There is a backtick'],
    ['## Hunt hypothesis\n\nA [link](x).', '6: There is a Markdown link'],
    ['## Hunt hypothesis\n\nSee https://x.org/.', '6: There is an address'],
  ])('refuses the sections %j', (body, expected) => {
    expect(messages(`${FRONT}${body}`).join('\n')).toContain(expected)
  })
})
