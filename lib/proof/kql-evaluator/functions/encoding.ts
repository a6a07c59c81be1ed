import { textAt } from './arguments'
import { define, type FunctionTable } from './scalar-function'

/** Base64 and URL encodings (base64_decode_tostring, url_decode pages). */
export const ENCODING_FUNCTIONS: FunctionTable = {
  base64_encode_tostring: define('string', 1, (values, context) => {
    const bytes = new TextEncoder().encode(textAt(values, 0, context))
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }),
  // Text that is no base64, or not UTF-8 inside, gives the empty string.
  base64_decode_tostring: define('string', 1, (values, context) => {
    try {
      const bytes = Uint8Array.from(atob(textAt(values, 0, context)), (byte) => byte.charCodeAt(0))
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return ''
    }
  }),
  url_encode: define('string', 1, (values, context) =>
    encodeURIComponent(textAt(values, 0, context)),
  ),
  url_decode: define('string', 1, (values, context) =>
    decodeURIComponent(textAt(values, 0, context)),
  ),
}
