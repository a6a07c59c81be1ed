/** The rows (revisions, rejections) that readers of a catalogue version see: validFrom <= version < validTo. */
export function visibleAt(version: number) {
  return { validFrom: { lte: version }, validTo: { gt: version } }
}
