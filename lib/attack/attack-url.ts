const PAGES: readonly { readonly pattern: RegExp; readonly folder: string }[] = [
  { pattern: /^(T\d{4})(?:\.(\d{3}))?$/, folder: 'techniques' },
  { pattern: /^(TA\d{4})$/, folder: 'tactics' },
  { pattern: /^(G\d{4})$/, folder: 'groups' },
  { pattern: /^(S\d{4})$/, folder: 'software' },
  { pattern: /^(C\d{4})$/, folder: 'campaigns' },
  { pattern: /^(M\d{4})$/, folder: 'mitigations' },
  { pattern: /^(DS\d{4})$/, folder: 'datasources' },
  { pattern: /^(DC\d{4})$/, folder: 'datacomponents' },
  { pattern: /^(DET\d{4})$/, folder: 'detectionstrategies' },
]

/** MITRE's own page for an id (`https://attack.mitre.org/techniques/T1048/003/`), or null for what is no id. */
export function attackUrl(id: string): string | null {
  const upper = id.toUpperCase()
  for (const { pattern, folder } of PAGES) {
    const match = pattern.exec(upper)
    if (match === null) continue
    const path = match.slice(1).filter((part) => part !== undefined)
    return `https://attack.mitre.org/${folder}/${path.join('/')}/`
  }
  return null
}
