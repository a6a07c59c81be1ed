import type { Origin as OriginName } from '@/lib/enrichment/enrichment'

/** The mark of each origin, and what it promises. */
export const ORIGIN_MARKS: Readonly<
  Record<OriginName, { readonly word: string; readonly means: string }>
> = {
  rule: {
    word: 'rule',
    means: "Written by the rule's author, shown as it stands in the rule.",
  },
  attack: {
    word: 'MITRE',
    means: 'From MITRE ATT&CK: names and tactics as published, descriptions in MITRE’s words.',
  },
  derived: {
    word: 'derived',
    means:
      'Put together here by fixed templates out of the rule, its queries and pinned reference data; no model wrote it.',
  },
  curated: {
    word: 'curated',
    means: 'Written for this one rule, in content/enrichment; it wins over what is derived.',
  },
}

/** By whom the text before it was written; the legend is under Provenance. */
export function Origin({ by }: { readonly by: OriginName }) {
  const { word, means } = ORIGIN_MARKS[by]
  return (
    <span className="origin" title={means}>
      <span className="sr-only">origin: </span>
      {word}
    </span>
  )
}
