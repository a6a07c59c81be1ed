import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeContent } from './escape-content'
import { type HighlightLanguage, highlight, LONGEST_LINE, LONGEST_TEXT } from './highlight'
import { TOKEN_CLASSES } from './token-class'

const LANGUAGES: readonly HighlightLanguage[] = ['yaml', 'kusto']
const SPAN = new RegExp(`<span class="tok-(?:${TOKEN_CLASSES.join('|')})">|</span>`, 'g')

function textOf(markup: string): string {
  return markup.replace(SPAN, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** Text made of the pieces that grammars react to, and of anything. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...["'", '"', '#', '//', '```', '@"', '<b>', '</span>', '&amp;', '- ', ': ', '|\n', '> '],
        ...[
          '\n',
          '\r\n',
          '\r',
          '\t',
          '  ',
          '*a',
          '&a',
          '{',
          '}',
          '[',
          'let x = ',
          '| where ',
          'in~',
        ],
        ...[
          '<span class="tok-string">',
          '\u2028',
          '\u0000',
          '\ud800',
          'true',
          '2020-01-01',
          '%TAG ',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

describe('highlight', () => {
  it.each(LANGUAGES)('keeps the text and adds nothing but our spans (%s)', (language) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const markup = highlight(text, language)
        expect(textOf(markup)).toBe(text)
        expect(markup.replace(SPAN, '')).toBe(escapeContent(text))
        const opened = markup.match(/<span /g)?.length ?? 0
        expect(markup.match(/<\/span>/g)?.length ?? 0).toBe(opened)
      }),
      { numRuns: 300 },
    )
  })

  it('marks the parts of a rule', () => {
    expect(highlight("title: A 'b'\nports: [25]\nok: true # why\nx: 'q'\n", 'yaml')).toBe(
      `<span class="tok-property">title:</span> <span class="tok-string">A 'b'</span>\n` +
        '<span class="tok-property">ports:</span> [<span class="tok-number">25</span>]\n' +
        '<span class="tok-property">ok:</span> <span class="tok-constant">true</span> ' +
        '<span class="tok-comment"># why</span>\n' +
        `<span class="tok-property">x:</span> <span class="tok-string">'q'</span>\n`,
    )
  })

  it('marks the parts of a query', () => {
    expect(highlight('T\n| where a in~ ("x", "y") // b\n| where p == 25', 'kusto')).toBe(
      'T\n| <span class="tok-keyword">where</span> a <span class="tok-keyword">in~</span> ' +
        '(<span class="tok-string">"x"</span>, <span class="tok-string">"y"</span>) ' +
        '<span class="tok-comment">// b</span>\n' +
        '| <span class="tok-keyword">where</span> p == <span class="tok-number">25</span>',
    )
  })

  it('leaves long lines and long texts uncoloured', () => {
    const line = `a: "${'<'.repeat(LONGEST_LINE)}"`
    expect(highlight(`${line}\nb: "x"`, 'yaml')).toBe(
      `${escapeContent(line)}\n<span class="tok-property">b:</span> <span class="tok-string">"x"</span>`,
    )
    const text = 'a: "x"\n'.repeat(LONGEST_TEXT / 7 + 1)
    expect(highlight(text, 'yaml')).toBe(text)
  })

  it('needs no style attribute and no script for a hostile rule', () => {
    const markup = highlight('title: <script>alert(1)</script>\n"><img onerror=x>: 1', 'yaml')
    expect(markup.replace(SPAN, '')).not.toMatch(/[<>]/)
  })

  it.each([
    [String.raw`@"C:\Temp\"`, '| take 1'],
    [String.raw`@"say ""C:\a\"""`, 'and b'],
    [String.raw`@'"C:\a\'`, 'and b'],
    [`'say "a"'`, 'and b'],
  ])('colours the literal %s to its end and no further', (literal, rest) => {
    const markup = highlight(`x == ${literal} ${rest}`, 'kusto')
    const coloured = [...markup.matchAll(/tok-string">(.*?)<\/span>/g)].map(([, text]) => text)
    expect(textOf(coloured.join(''))).toBe(literal)
  })
})
