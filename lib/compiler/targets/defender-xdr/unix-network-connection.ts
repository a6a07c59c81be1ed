import { column } from '@/lib/kql/ast'
import type { LogsourceMapping } from '../../mapping'
import { UNIX_PRODUCTS, type UnixProduct, unixScope } from '../unix-devices'
import { connectionVariants, TABLE } from './network-connection'
import { actingPath, unixParent, unixSource, unixText } from './unix-fields'

const OWN = {
  Image: actingPath,
  ParentImage: unixParent,
  User: unixText(column('InitiatingProcessAccountName')),
}

function mapping(product: UnixProduct): LogsourceMapping {
  return {
    logsource: { product, category: 'network_connection' },
    variants: connectionVariants(
      (event) => unixSource(TABLE, product, event, ['InitiatingProcessFolderPath']),
      OWN,
      unixScope(product, `Rows of ${TABLE}`),
    ),
  }
}

export const UNIX_NETWORK_CONNECTION = UNIX_PRODUCTS.map(mapping)
