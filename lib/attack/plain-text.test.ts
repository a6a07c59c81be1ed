import { describe, expect, it } from 'vitest'
import { toParagraphs } from './plain-text'

describe('toParagraphs', () => {
  it('drops citations, keeps the words of links and code', () => {
    const text =
      'A [Tool](https://attack.mitre.org/software/S0001) ran <code>a.exe</code>.(Citation: One (Two) 2020)(Citation: Three) It `left` **traces** (Citation: Four).'
    expect(toParagraphs(text)).toEqual(['A Tool ran a.exe. It left traces.'])
  })

  it('keeps words apart where a citation stood without a blank', () => {
    expect(toParagraphs('one.(Citation: X)Two')).toEqual(['one. Two'])
  })

  it('makes paragraphs of blank lines and of list items', () => {
    expect(
      toParagraphs('Two kinds:\r\n\r\n* first\n* second\n\n1. third\nand more<br>Last'),
    ).toEqual(['Two kinds:', '• first', '• second', '1. third and more', 'Last'])
  })

  it('keeps placeholders and decodes entities once, as text', () => {
    expect(toParagraphs('net use <DOMAIN> &lt;script&gt;&amp;lt; &#x41;&#65;&bogus;')).toEqual([
      'net use <DOMAIN> <script>&lt; &#x41;A&bogus;',
    ])
  })

  it('keeps what only looks like a link', () => {
    expect(toParagraphs('[x](javascript:alert(1)) [a] (b)')).toEqual([
      '[x](javascript:alert(1)) [a] (b)',
    ])
  })

  it('takes time in proportion to a hostile text', () => {
    const started = performance.now()
    for (const part of ['(Citation: ', '[', '[a](http://', '<', '**', '&#', '(', '\n ', '* ']) {
      toParagraphs(part.repeat(20_000))
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
