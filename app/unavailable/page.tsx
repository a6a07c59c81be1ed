import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Frame } from '@/app/frame'
import { Message } from '@/components/ui/message'

export const metadata: Metadata = { title: 'Not available', robots: { index: false } }

/** Shown in place of any page, at its own address and with status 503, while the database is away. */
export default async function UnavailablePage() {
  const reason = (await headers()).get('x-unavailable') ?? 'The catalogue can be read again.'
  return (
    <Frame section={null}>
      <Message title="The catalogue cannot be read right now">
        <p>{reason}</p>
        <p>
          Nothing is lost: reload this page in a moment. If you run this server, look at the
          database that <code>DATABASE_URL</code> names, or restart with <code>npm start</code>;{' '}
          <a className="link" href="/api/health">
            /api/health
          </a>{' '}
          tells when it is back.
        </p>
      </Message>
    </Frame>
  )
}
