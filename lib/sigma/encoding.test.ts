import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64, toBase64Offsets, utf8Bytes } from './encoding'

const bytes = fc.uint8Array({ minLength: 2, maxLength: 40 })

test('Base64 as everybody has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (data) => {
      expect(toBase64([...data])).toBe(Buffer.from(data).toString('base64'))
    }),
  )
})

test('one of the three offsets is in the Base64 of the bytes wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 8 }),
      bytes,
      fc.uint8Array({ maxLength: 8 }),
      (before, data, after) => {
        const whole = Buffer.from([...before, ...data, ...after]).toString('base64')
        const form = toBase64Offsets([...data])[before.length % 3]
        expect(form).not.toBe('')
        expect(whole).toContain(form)
      },
    ),
  )
})

test('the offsets of a known value', () => {
  expect(toBase64Offsets(utf8Bytes('foobar'))).toEqual(['Zm9vYmFy', 'Zvb2Jhc', 'mb29iYX'])
})
