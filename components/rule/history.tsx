import { minute } from '@/components/ui/minute'
import { shortTargetName, stateClass, stateWord } from '@/components/ui/target'
import type { RevisionView } from '@/lib/catalogue/views'
import { Section } from './section'

const EVENTS: Readonly<Record<RevisionView['event'], string>> = {
  new: 'first seen here',
  changed: 'changed',
  back: 'back after it had been removed',
}

/** Every kept revision of the rule in this catalogue, newest first: when, what changed, what it compiled to. */
export function History({
  id,
  revisions,
}: {
  readonly id: string
  readonly revisions: readonly RevisionView[]
}) {
  return (
    <Section id="history" title="History">
      {revisions.length === 0 && (
        <p className="prose">No revision of this rule is published yet.</p>
      )}
      <ol className="history">
        {revisions.map((revision) => (
          <Revision key={revision.version} revision={revision} />
        ))}
      </ol>
      {revisions.length > 1 && (
        <p className="prose">
          <a className="link" href={`/rules/${id}/history`}>
            Compare the revisions line by line
          </a>
        </p>
      )}
    </Section>
  )
}

function Revision({ revision }: { readonly revision: RevisionView }) {
  const { version, at, event, changes, source, queries, removed } = revision
  return (
    <>
      {removed !== null && (
        <li className="history-row">
          <Time at={removed.at} version={removed.version} />
          <span>
            removed: <bdi>{removed.source}</bdi> no longer has it
          </span>
        </li>
      )}
      <li className="history-row">
        <Time at={at} version={version} />
        <span>
          {EVENTS[event]}
          {changes.length > 0 && `: ${changes.join(', ')}`}
          <span className="text-ink-3">
            {' '}
            · from <bdi>{source}</bdi>
          </span>
        </span>
        <span className="history-targets">
          {queries.map(({ target, state }) => (
            <i key={target} className={stateClass(state)}>
              {shortTargetName(target)}
              <span className="sr-only"> {stateWord(state)}</span>
            </i>
          ))}
        </span>
      </li>
    </>
  )
}

function Time({ at, version }: { readonly at: string | null; readonly version: number }) {
  if (at === null) return <span className="mono text-ink-3">version {version}</span>
  return (
    <time className="mono text-ink-3" dateTime={at}>
      {minute(at)} UTC
    </time>
  )
}
