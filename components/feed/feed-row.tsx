import { Level, levelClass } from '@/components/ui/level'
import { shortTargetName, stateClass, stateWord, targetName } from '@/components/ui/target'
import type { FeedRow as Row } from '@/lib/catalogue/views'

export function FeedRow({ row }: { readonly row: Row }) {
  return (
    <li className={`row ${levelClass(row.level)}`}>
      <span className="row-level">
        <Level level={row.level} />
      </span>
      <a
        className="row-title"
        href={`/rules/${row.id}`}
        title={row.title.length > 60 ? row.title.slice(0, 300) : undefined}
        dir="auto"
        data-row
      >
        {row.title.slice(0, 300)}
        {row.kind !== 'rule' && ` (${row.kind})`}
      </a>
      <span className="row-cell mono">
        <FirstOf values={row.techniques} />
      </span>
      <span className="row-cell row-tables mono">
        <FirstOf values={row.tables} />
      </span>
      <Targets targets={row.targets} />
      <span className="row-cell row-source row-dim">{row.source}</span>
      <time className="row-date row-dim mono" dateTime={row.changedOn}>
        {row.changedOn}
      </time>
    </li>
  )
}

function Targets({ targets }: { readonly targets: Row['targets'] }) {
  const words = targets.map(({ target, state }) => `${targetName(target)}: ${stateWord(state)}`)
  const text = words.join('; ')
  return (
    <span className="row-targets" role="img" aria-label={text} title={text}>
      {targets.map(({ target, state }) => (
        <i key={target} className={stateClass(state)}>
          <b>{shortTargetName(target)}</b>
        </i>
      ))}
    </span>
  )
}

function FirstOf({ values }: { readonly values: readonly string[] }) {
  return (
    <>
      {values[0]}
      {values.length > 1 && <span className="more"> +{values.length - 1}</span>}
    </>
  )
}
