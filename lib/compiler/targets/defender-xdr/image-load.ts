import { column, filter } from '@/lib/kql/ast'
import type { LogsourceMapping } from '../../mapping'
import { HASHES, INITIATING_PROCESS, text } from './initiating-process'

/**
 * DeviceImageLoadEvents
 * (https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceimageloadevents-table). Its
 * InitiatingProcessVersionInfo… columns describe the loading process: of the loaded image's version
 * resource nothing is kept.
 */
const TABLE = 'DeviceImageLoadEvents'
const SIGNATURES =
  'Signatures are in DeviceFileCertificateInfo (IsSigned, IsTrusted, Signer), by the SHA1 of the file.'
const VERSION_INFO =
  'Its version columns describe the process that loads, not the image that is loaded.'

export const IMAGE_LOAD: LogsourceMapping = {
  logsource: { product: 'windows', category: 'image_load' },
  variants: [
    {
      source: {
        kind: 'table',
        name: TABLE,
        gate: [filter(column('ActionType'), '==', 'ImageLoaded')],
      },
      fields: { ImageLoaded: text('FolderPath'), ...INITIATING_PROCESS, ...HASHES },
      unlisted: 'unmapped',
      elsewhere: {
        Signed: SIGNATURES,
        Signature: SIGNATURES,
        SignatureStatus: SIGNATURES,
        FileVersion: VERSION_INFO,
        Description: VERSION_INFO,
        Product: VERSION_INFO,
        Company: VERSION_INFO,
        OriginalFileName: VERSION_INFO,
      },
    },
  ],
}
