const SECTIONS = [
  ['hypothesis', 'Hypothesis'],
  ['detection', 'Detection'],
  ['data-sources', 'Data sources'],
  ['false-positives', 'False positives'],
  ['attack', 'ATT&CK'],
  ['related', 'Related'],
  ['references', 'References'],
  ['history', 'History'],
  ['provenance', 'Provenance'],
] as const

/** Where the page's sections are, on screens wide enough to have it beside them. */
export function Contents() {
  return (
    <nav className="toc" aria-label="On this page">
      {SECTIONS.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  )
}
