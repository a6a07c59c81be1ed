import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import yaml from 'shiki/langs/yaml.mjs'
import { escapeContent } from './escape-content'
import { KUSTO } from './kusto-grammar'
import { CLASS_THEME, classOfColour, type TokenClass } from './token-class'

export type HighlightLanguage = 'yaml' | 'kusto'

/** Longer texts come back uncoloured: no reader follows colours that far, and time is bounded. */
export const LONGEST_TEXT = 100_000
/** Longer lines come back uncoloured, for the same reasons. */
export const LONGEST_LINE = 2_000

type Highlighter = ReturnType<typeof createHighlighterCoreSync>
let highlighter: Highlighter | undefined

function getHighlighter(): Highlighter {
  highlighter ??= createHighlighterCoreSync({
    engine: createJavaScriptRegexEngine(),
    themes: [CLASS_THEME],
    langs: [yaml, KUSTO],
  })
  return highlighter
}

/**
 * Markup of a text with a class per token: escaped text and `<span class="tok-…">` only.
 *
 * Every character of the output's text is cut out of the input by position, never taken from a
 * token, so that a surprise of the grammar can cost colours but no text.
 *
 * @throws never for any text
 */
export function highlight(text: string, language: HighlightLanguage): string {
  if (text.length > LONGEST_TEXT) return escapeContent(text)
  const lines = getHighlighter().codeToTokensBase(text, {
    lang: language,
    theme: CLASS_THEME.name,
    tokenizeMaxLineLength: LONGEST_LINE,
  })
  const markup = new Markup(text)
  for (const token of lines.flat()) {
    markup.add(token.offset, token.offset + token.content.length, classOfColour(token.color))
  }
  return markup.finish()
}

/** Joins neighbours of one class into one span, over blanks too, and leaves blanks at ends outside. */
class Markup {
  private html = ''
  private position = 0
  private open: { readonly from: number; to: number; readonly name: TokenClass } | null = null

  constructor(private readonly text: string) {}

  add(from: number, to: number, name: TokenClass | null): void {
    const words = this.text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length
    if (name === null || start >= end) {
      if (start < end) this.close()
      return
    }
    const between = this.open === null ? '' : this.text.slice(this.open.to, start)
    if (this.open?.name === name && !/[^ \t]/.test(between)) {
      this.open.to = end
      return
    }
    this.close()
    this.open = { from: start, to: end, name }
  }

  finish(): string {
    this.close()
    return this.html + escapeContent(this.text.slice(this.position))
  }

  private close(): void {
    if (this.open === null) return
    const { from, to, name } = this.open
    this.open = null
    if (from < this.position) return
    this.html += escapeContent(this.text.slice(this.position, from))
    this.html += `<span class="tok-${name}">${escapeContent(this.text.slice(from, to))}</span>`
    this.position = to
  }
}
