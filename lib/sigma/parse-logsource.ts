import type { Logsource } from './ast'
import type { MappingReader } from './mapping-reader'

/**
 * Reads `logsource` (Sigma rules specification, "LogSource"): at least one of product, category and
 * service. Other keys are the author's notes.
 */
export function parseLogsource(root: MappingReader): Logsource {
  const section = root.section('logsource')
  if (section === null) {
    if (!root.has('logsource')) root.missing('logsource', 'a product, a category or a service')
    return {}
  }
  const product = name(section, 'product')
  const category = name(section, 'category')
  const service = name(section, 'service')
  const definition = section.text('definition')
  if (product === null && category === null && service === null) {
    const message = 'The logsource has none of product, category and service; add one.'
    section.fault(null, message, 'SIGMA_MISSING_FIELD')
  }
  return {
    ...(product === null ? {} : { product }),
    ...(category === null ? {} : { category }),
    ...(service === null ? {} : { service }),
    ...(definition === null ? {} : { definition }),
  }
}

function name(section: MappingReader, key: string): string | null {
  return section.text(key)?.toLowerCase() ?? null
}
