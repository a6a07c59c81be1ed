import { Fragment } from 'react'
import { minute } from '@/components/ui/minute'
import type { RuleView } from '@/lib/catalogue/views'
import { ORIGIN_MARKS, Origin } from './origin'
import { OutsideLink } from './outside-link'
import { Section } from './section'

const ORIGINS = ['rule', 'attack', 'derived', 'curated'] as const

/** Who wrote the rule, under which licence, and the state in which it was read. */
export function Provenance({ rule }: { readonly rule: RuleView }) {
  const { author, licence, licenceUrl, date, modified, source } = rule
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    ['Rule id', rule.id],
    ['Author', author ?? 'not named'],
    ['Written', date],
    ['Last changed', modified],
    ['Source', `${source.name}, ${source.path}`],
    ['Commit', source.commit],
    ['Retrieved', `${minute(source.retrievedAt)} UTC`],
  ]
  return (
    <Section id="provenance" title="Provenance">
      <dl className="pairs">
        {rows.map(
          ([name, value]) => value !== null && <Row key={name} name={name} value={value} />,
        )}
        <dt>Licence</dt>
        <dd>
          <OutsideLink href={licenceUrl ?? ''}>{licence ?? 'not stated'}</OutsideLink>
        </dd>
      </dl>
      <h3>What the marks mean</h3>
      <dl className="pairs">
        {ORIGINS.map((origin) => (
          <Fragment key={origin}>
            <dt>
              <Origin by={origin} />
            </dt>
            <dd>{ORIGIN_MARKS[origin].means}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="wrap-anywhere" dir="auto">
        {value}
      </dd>
    </>
  )
}
